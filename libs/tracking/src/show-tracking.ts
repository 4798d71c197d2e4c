import { carrierName, describeScan, type Locale, say, trackingLink } from '@app/words';
import { type OrderTracking } from './tracking-store.js';
import { type Scan, type TrackedPackage } from './tracking-view.js';

/** Where the packages of an order are, as people read it. */
export interface ShownTracking extends Omit<OrderTracking, 'packages'> {
  readonly packages: readonly (Omit<TrackedPackage, 'scans'> & {
    readonly carrierName: string;
    /** The carrier's own page for the package, where one is known. */
    readonly link?: string;
    readonly scans: readonly (Scan & { readonly description: string })[];
  })[];
}

export const showTracking = (tracking: OrderTracking, locale: Locale): ShownTracking => ({
  ...tracking,
  packages: tracking.packages.map((parcel) => ({
    ...parcel,
    carrierName: carrierName(parcel.carrier),
    link: trackingLink(parcel.carrier, parcel.trackingNumber),
    scans: parcel.scans.map((scan) => ({ ...scan, description: say(locale, describeScan(scan.code)) })),
  })),
});
