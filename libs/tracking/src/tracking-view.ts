import { type PublicFields, type Units, without } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';

/** Where the packages of an order are. */
export interface TrackingView {
  readonly packages: readonly TrackedPackage[];
}

export interface TrackedPackage {
  readonly packageId: string;
  readonly units: readonly Units[];
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD) on which it is expected, as last said. */
  readonly estimatedDelivery?: string;
  /** Where it was scanned last by the carrier's clock; missing before, and once it was handed over. */
  readonly place?: string;
  /** When it was handed over (ISO 8601, UTC). */
  readonly deliveredAt?: string;
  /** In the order in which they happened by their clocks, the newest last. */
  readonly scans: readonly Scan[];
}

/** Something that happened to a package on its way. */
export interface Scan {
  /** What was said of it in a word, such as `arranged`, `shipped` and `delivered`, or the carrier's own. */
  readonly code: string;
  readonly place?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The status events about packages. */
export const trackedTypes = [
  'orders.status.package-arranged.v1',
  'orders.status.package-unpacked.v1',
  'orders.status.shipped.v1',
  'orders.status.package-scanned.v1',
  'orders.status.delayed.v1',
  'orders.status.estimate-changed.v1',
  'orders.status.package-delivered.v1',
  'orders.status.delivery-attempted.v1',
  'orders.status.package-held.v1',
  'orders.status.package-returning.v1',
  'orders.status.package-received-back.v1',
  'orders.status.package-lost.v1',
  'orders.status.package-overdue.v1',
  'orders.status.package-corrected.v1',
  'orders.status.mark-taken-back.v1',
] as const;
export type TrackedEvent = StatusEvent<(typeof trackedTypes)[number]>;

export const isTracked = (event: StatusEvent): event is TrackedEvent =>
  (trackedTypes as readonly string[]).includes(event.type);

/** The view after one more event of the order; undefined as long as there is no package. */
export function trackingAfter(view: TrackingView | undefined, event: TrackedEvent): TrackingView | undefined {
  switch (event.type) {
    case 'orders.status.package-arranged.v1': {
      const arranged = scan(event, 'arranged');
      return { packages: [...(view?.packages ?? []), trackedPackage(event.data.change.package, arranged)] };
    }
    case 'orders.status.shipped.v1': {
      const shipped = scan(event, 'shipped');
      return withPackageChanged(view, event, event.data.change.package, (parcel) =>
        withScan(parcel, shipped),
      );
    }
    case 'orders.status.package-scanned.v1': {
      const { code, place, scannedAt: at } = event.data.change.scan;
      const added = { code, place, at };
      return withPackageChanged(view, event, event.data.change, (parcel) => withScan(parcel, added));
    }
    case 'orders.status.package-delivered.v1': {
      const delivered = scan(event, 'delivered');
      return withPackageChanged(view, event, event.data.change.package, (parcel) => ({
        ...withScan(parcel, delivered),
        place: undefined,
        deliveredAt: event.time,
      }));
    }
    case 'orders.status.delivery-attempted.v1':
      return withReport(view, event, scan(event, 'delivery-attempted'));
    case 'orders.status.package-held.v1':
      return withReport(view, event, { ...scan(event, 'ready-for-pickup'), place: event.data.change.place });
    case 'orders.status.package-overdue.v1':
      return withReport(view, event, scan(event, 'overdue'));
    case 'orders.status.package-returning.v1':
    case 'orders.status.package-lost.v1':
      return withReport(view, event, scan(event, event.data.change.reason));
    case 'orders.status.package-received-back.v1':
      return withReport(view, event, scan(event, 'received-back'));
    case 'orders.status.package-corrected.v1': {
      const { carrier, trackingNumber } = event.data.change;
      return withPackageChanged(view, event, event.data.change, (parcel) => ({
        ...parcel,
        carrier,
        trackingNumber,
      }));
    }
    case 'orders.status.mark-taken-back.v1': {
      const { mark } = event.data.change;
      return withPackageChanged(view, event, event.data.change, ({ deliveredAt: _, ...parcel }) => {
        const scans = parcel.scans.filter(({ code }) => code !== mark);
        return { ...parcel, place: placeOf(scans), scans };
      });
    }
    case 'orders.status.package-unpacked.v1': {
      const { packageId, units } = event.data.change.package;
      return withPackageChanged(view, event, { packageId }, (parcel) => ({
        ...parcel,
        units: without(parcel.units, units),
      }));
    }
    case 'orders.status.delayed.v1':
    case 'orders.status.estimate-changed.v1':
      return withEstimate(view, event);
    default:
      return event satisfies never;
  }
}

const scan = ({ time }: StatusEvent, code: string): Scan => ({ code, at: time });

const trackedPackage = (
  {
    packageId,
    units,
    carrier,
    trackingNumber,
    estimatedDelivery,
  }: PublicFields<'PackageArranged'>['package'],
  first: Scan,
): TrackedPackage => ({
  packageId,
  units,
  carrier,
  trackingNumber,
  estimatedDelivery,
  scans: [first],
});

/** Far more than a package has on its way; of one whose scans never end, the newest are kept. */
const keptScans = 200;

/** A scan that is reported late takes its place among the others, and moves the package nowhere. */
function withScan(parcel: TrackedPackage, added: Scan): TrackedPackage {
  const scans = [...parcel.scans, added]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-keptScans);
  return { ...parcel, place: parcel.deliveredAt ? undefined : placeOf(scans), scans };
}

const placeOf = (scans: readonly Scan[]): string | undefined =>
  scans.findLast(({ place }) => place !== undefined)?.place;

/** The view with one more thing that happened to the package that the event is about. */
const withReport = (
  view: TrackingView | undefined,
  event: StatusEvent & { readonly data: { readonly change: { readonly packageId: string } } },
  added: Scan,
): TrackingView => withPackageChanged(view, event, event.data.change, (parcel) => withScan(parcel, added));

/** The view with one package changed; a package without units is none. */
function withPackageChanged(
  view: TrackingView | undefined,
  { data }: StatusEvent,
  { packageId }: { readonly packageId: string },
  change: (parcel: TrackedPackage) => TrackedPackage,
): TrackingView {
  if (!view?.packages.some((known) => known.packageId === packageId))
    throw new Error(`Order ${data.orderId} has no package ${packageId} to track.`);
  return {
    packages: view.packages
      .map((known) => (known.packageId === packageId ? change(known) : known))
      .filter(({ units }) => units.length > 0),
  };
}

/** A new estimate of one package, or of all that had not arrived. */
function withEstimate(
  view: TrackingView | undefined,
  event: StatusEvent<'orders.status.delayed.v1' | 'orders.status.estimate-changed.v1'>,
): TrackingView | undefined {
  const { packageId, newEstimate: estimatedDelivery } = event.data.change;
  if (packageId !== undefined)
    return withPackageChanged(view, event, { packageId }, (parcel) => ({ ...parcel, estimatedDelivery }));
  return (
    view && {
      packages: view.packages.map((parcel) =>
        parcel.deliveredAt ? parcel : { ...parcel, estimatedDelivery },
      ),
    }
  );
}
