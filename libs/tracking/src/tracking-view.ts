import { type Units } from '@app/ordering';
import { type ArrangedPackage, type StatusEvent } from '@app/status-events';

/** Where the packages of an order are. */
export interface TrackingView {
  readonly packages: readonly TrackedPackage[];
}

export interface TrackedPackage {
  readonly packageId: string;
  readonly units: readonly Units[];
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Day (YYYY-MM-DD). */
  readonly estimatedDelivery?: string;
  /** In the order in which they happened, the newest last. */
  readonly scans: readonly Scan[];
}

/** Something that happened to a package on its way. */
export interface Scan {
  readonly code: 'arranged' | 'shipped' | 'delivered';
  readonly description: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The view after one more event of the order; undefined as long as there is no package. */
export function track(view: TrackingView | undefined, event: StatusEvent): TrackingView | undefined {
  switch (event.type) {
    case 'orders.status.package-arranged.v1': {
      const arranged = scan(event, 'arranged', 'The package is ready for the carrier.');
      return { packages: [...(view?.packages ?? []), tracked(event.data.change.package, arranged)] };
    }
    case 'orders.status.shipped.v1':
      return withScan(view, event, scan(event, 'shipped', 'The carrier has the package.'));
    case 'orders.status.package-delivered.v1':
      return withScan(view, event, scan(event, 'delivered', 'The package was handed over.'));
    case 'orders.status.placed.v1':
    case 'orders.status.payment-captured.v1':
    case 'orders.status.hold-released.v1':
    case 'orders.status.confirmed.v1':
    case 'orders.status.shipment-late.v1':
    case 'orders.status.delivered.v1':
    case 'orders.status.completed.v1':
    case 'orders.status.lines-cancelled.v1':
    case 'orders.status.cancellation-requested.v1':
    case 'orders.status.cancellation-approved.v1':
    case 'orders.status.cancellation-rejected.v1':
    case 'orders.status.refund-initiated.v1':
    case 'orders.status.return-requested.v1':
      return view;
    default:
      return event satisfies never;
  }
}

const scan = ({ time }: StatusEvent, code: Scan['code'], description: string): Scan => ({
  code,
  description,
  at: time,
});

const tracked = (
  { packageId, units, carrier, trackingNumber, estimatedDelivery }: ArrangedPackage,
  first: Scan,
): TrackedPackage => ({ packageId, units, carrier, trackingNumber, estimatedDelivery, scans: [first] });

/** A scan that is told of late takes its place among the others. */
function withScan(
  view: TrackingView | undefined,
  { data }: StatusEvent<'orders.status.shipped.v1' | 'orders.status.package-delivered.v1'>,
  added: Scan,
): TrackingView {
  const { packageId } = data.change.package;
  if (!view?.packages.some((known) => known.packageId === packageId))
    throw new Error(`Order ${data.orderId} has no package ${packageId} to track.`);
  return {
    packages: view.packages.map((known) =>
      known.packageId === packageId
        ? { ...known, scans: [...known.scans, added].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) }
        : known,
    ),
  };
}
