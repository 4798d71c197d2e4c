import { causeOf, type OrderEntry } from '@app/order-log';
import {
  captured,
  evolve,
  faultIn,
  type Order,
  type OrderEvent,
  type OrderPlaced,
  payable,
  runningTimers,
  totalsOf,
  withdrawn,
} from '@app/ordering';
import { newestScans } from './newest-scans.js';
import { type CancellationView, type OrderView, type PackageView, type Shown } from './order-view.js';
import { viewCases } from './view-cases.js';
import { withChange } from './view-changes.js';

/**
 * The view after one more event of the same order; before its first event there is none.
 * Throws where the entry is not the next one of this order, or is not known to this version of the software.
 */
export function viewAfter(view: OrderView | undefined, entry: OrderEntry): OrderView {
  const { event, orderId, revision } = entry;
  const next = view === undefined ? 0 : view.revision + 1;
  if (revision !== next)
    throw new Error(`Order ${orderId}: revision ${next} was to come next, not ${revision}.`);
  const order = evolve(view?.order, event);
  const shown = event.type === 'OrderPlaced' ? asPlaced(event.data) : withEvent(view!, entry, order);
  const paid = {
    captured: captured(order),
    refunded: order.refunded + withdrawn(order, ['refund']),
    withdrawn: withdrawn(order, ['chargeback', 'reversal']) || undefined,
    outstanding: payable(order),
  };
  const receipt = { ...shown.receipt, ...paid };
  const packages = shown.packages.flatMap((parcel) => asInOrder(order, parcel));
  const deadlines = entry.metadata.imported ? [] : runningTimers(order);
  return { ...shown, order, revision, changedAt: event.at, receipt, packages, deadlines };
}

function asPlaced(placed: OrderPlaced['data']): Shown {
  const { sellerName, source, promisedDelivery, lines } = placed;
  const { currency, discounts, shippingFee, fees } = placed;
  const { goods, total } = totalsOf(placed);
  return {
    sellerName,
    source,
    promisedDelivery,
    lines,
    receipt: {
      ...{ currency, goods, discounts, shippingFee, fees, total },
      ...{ captured: 0, refunded: 0, outstanding: total },
    },
    payments: [],
    packages: [],
    estimates: [],
    cancellations: [],
    changes: [],
    returns: [],
    claims: [],
    refunds: [],
  };
}

function withEvent(view: Shown, entry: OrderEntry, order: Order): Shown {
  const event = entry.event as Exclude<OrderEvent, OrderPlaced>;
  const { at } = event;
  switch (event.type) {
    case 'PaymentCaptured': {
      const { currency: _, ...payment } = event.data;
      return { ...view, payments: [...view.payments, { ...payment, at }] };
    }
    case 'PackageArranged':
      return { ...view, packages: [...view.packages, { ...event.data, scans: [], arrangedAt: at }] };
    case 'PackageShipped': {
      const { packageId, ...tickedOff } = event.data;
      return withPackage(view, packageId, { shippedAt: at, ...tickedOff });
    }
    case 'PackageScanned':
      return withScan(view, event.data);
    case 'DeliveryDelayed': {
      const { cause, fault: _, explanation, offer, ...change } = event.data;
      const fault = faultIn('delay', { ...event.data, reason: cause });
      const delay = { cause, fault, explanation, offer };
      return { ...view, estimates: [...view.estimates, { ...change, at, by: causeOf(entry), delay }] };
    }
    case 'DeliveryEstimateChanged':
      return { ...view, estimates: [...view.estimates, { ...event.data, at, by: causeOf(entry) }] };
    case 'PackageDelivered':
      return withPackage(view, event.data.packageId, { deliveredAt: at, proof: event.data.proof });
    case 'DeliveryAttempted':
      return withPackage(view, event.data.packageId, { until: event.data.until });
    case 'PackageHeld':
      return withPackage(view, event.data.packageId, { heldAt: event.data.place, until: event.data.until });
    case 'PackageMarkTakenBack': {
      const { packageId, mark, paymentId } = event.data;
      const payments = view.payments.filter((payment) => payment.paymentId !== paymentId);
      const never =
        mark === 'shipped' ? { shippedAt: undefined } : { deliveredAt: undefined, proof: undefined };
      return { ...withPackage(view, packageId, never), payments };
    }
    case 'CancellationRequested':
    case 'LinesCancelled':
      return withCancelled(view, event, entry);
    case 'CancellationApproved':
      return withCancellation(view, event.data.cancellationId, { state: 'approved', answeredAt: at });
    case 'CancellationRejected': {
      const { cancellationId, note } = event.data;
      return withCancellation(view, cancellationId, { state: 'rejected', answeredAt: at, answer: note });
    }
    case 'CancellationWithdrawn':
      return withCancellation(view, event.data.cancellationId, { state: 'withdrawn', answeredAt: at });
    case 'AddressChangeRequested':
    case 'AddressChangeApplied':
    case 'AddressChangeRejected':
    case 'AddressChangeWithdrawn':
    case 'LinesChangeRequested':
    case 'LinesChangeApproved':
    case 'LinesChangeApplied':
    case 'LinesChangeRejected':
    case 'LinesChangeWithdrawn':
      return withChange(view, event, causeOf(entry));
    case 'ReviewSubmitted':
      return { ...view, review: { ...event.data, submittedAt: at } };
    // The order itself knows them.
    case 'AuthorisationReported':
    case 'FundsWithdrawn':
    case 'WithdrawalClosed':
    case 'MessagePosted':
    case 'ReviewRequested':
    case 'VoucherIssued':
    case 'HoldReleased':
    case 'OrderConfirmed':
    case 'StockMissing':
    case 'ShipmentLate':
    case 'GoodsProvided':
    case 'PackageUnpacked':
    case 'PackageReturning':
    case 'PackageReceivedBack':
    case 'PackageLost':
    case 'PackageOverdue':
    case 'PackageCorrected':
    case 'OrderDelivered':
    case 'OrderCompleted':
      return view;
    default:
      return { ...view, ...viewCases(view, event, order) };
  }
}

const withPackage = (view: Shown, packageId: string, change: Partial<PackageView>): Shown => ({
  ...view,
  packages: view.packages.map((parcel) =>
    parcel.packageId === packageId ? { ...parcel, ...change } : parcel,
  ),
});

/** A package holds, is sent, expects and is given up as the order's rules say; one that was unpacked is none. */
function asInOrder(order: Order, parcel: PackageView): PackageView[] {
  const known = order.packages.find(({ packageId }) => packageId === parcel.packageId);
  if (known === undefined) return [];
  const { units, carrier, trackingNumber, estimatedDelivery, lostAt, restocked } = known;
  return [{ ...parcel, units, carrier, trackingNumber, estimatedDelivery, lostAt, restocked }];
}

function withScan(
  view: Shown,
  { packageId, ...scan }: Extract<OrderEvent, { type: 'PackageScanned' }>['data'],
): Shown {
  const { scans } = view.packages.find((parcel) => parcel.packageId === packageId)!;
  return withPackage(view, packageId, { scans: newestScans(scans, scan) });
}

const withCancellation = (view: Shown, cancellationId: string, change: Partial<CancellationView>): Shown => ({
  ...view,
  cancellations: view.cancellations.map((known) =>
    known.cancellationId === cancellationId ? { ...known, ...change } : known,
  ),
});

/** A cancellation that was asked for before goes on as the same one. */
function withCancelled(
  view: Shown,
  { type, at, data }: Extract<OrderEvent, { type: 'CancellationRequested' | 'LinesCancelled' }>,
  entry: OrderEntry,
): Shown {
  const { cancellationId, units, reason, note } = data;
  const state = type === 'LinesCancelled' ? 'cancelled' : 'requested';
  if (view.cancellations.some((known) => known.cancellationId === cancellationId))
    return withCancellation(view, cancellationId, { state });
  const fault = faultIn('cancellation', data);
  const begun = { cancellationId, units, reason, fault, note, by: causeOf(entry), state, at } as const;
  return { ...view, cancellations: [...view.cancellations, begun] };
}
