import { lineValues, outstanding, totalsOf } from './amounts.js';
import { type OrderEvent, type OrderPlaced } from './events.js';
import { type LineState, type Order, type PackageState } from './order.js';
import { type Units } from './order-terms.js';
import { unitsOf } from './quantities.js';

/** The order after one more event; before its first event there is none. Facts are never refused. */
export function evolve(order: Order | undefined, event: OrderEvent): Order {
  if (event.type === 'OrderPlaced') return withPaidMark(placed(event), event.at);
  if (order === undefined) throw new Error(`A stream must begin with OrderPlaced, not with ${event.type}.`);
  return withPaidMark(applied(order, event), event.at);
}

/** The order that a history tells of. */
export const fold = (events: readonly OrderEvent[]): Order | undefined =>
  events.reduce<Order | undefined>(evolve, undefined);

function applied(order: Order, event: Exclude<OrderEvent, OrderPlaced>): Order {
  switch (event.type) {
    case 'PaymentCaptured': {
      const { paymentId, amount } = event.data;
      return { ...order, payments: [...order.payments, { paymentId, amount }] };
    }
    case 'HoldReleased':
      return { ...order, holdReleased: true };
    case 'OrderConfirmed':
      return { ...order, confirmedAt: event.at };
    case 'PackageArranged': {
      const { packageId, units } = event.data;
      return { ...count(order, units, 'arranged'), packages: [...order.packages, { packageId, units }] };
    }
    case 'PackageShipped': {
      const shipped = packageOf(order, event.data.packageId);
      return replacePackage(count(order, shipped.units, 'shipped'), { ...shipped, shippedAt: event.at });
    }
    case 'PackageDelivered': {
      const delivered = packageOf(order, event.data.packageId);
      return replacePackage(count(order, delivered.units, 'delivered'), {
        ...delivered,
        deliveredAt: event.at,
      });
    }
    case 'OrderDelivered':
      return { ...order, deliveredAt: event.at };
    case 'OrderCompleted':
      return { ...order, completedAt: event.at };
    case 'LinesCancelled':
      return named(count(order, event.data.units, 'cancelled'), event.data.cancellationId);
    case 'CancellationRequested': {
      const { cancellationId, units, reason } = event.data;
      const openCancellations = [...order.openCancellations, { cancellationId, units, reason }];
      return named({ ...order, openCancellations }, cancellationId);
    }
    case 'CancellationApproved':
    case 'CancellationRejected':
      return {
        ...order,
        openCancellations: order.openCancellations.filter(
          (request) => request.cancellationId !== event.data.cancellationId,
        ),
      };
    case 'RefundInitiated':
      return { ...order, refunded: order.refunded + event.data.amount };
    case 'ReturnRequested': {
      const { returnId, units } = event.data;
      return { ...count(order, units, 'returnRequested'), returns: [...order.returns, { returnId, units }] };
    }
    default:
      return event satisfies never;
  }
}

function placed({ at, data }: OrderPlaced): Order {
  const values = lineValues(data);
  return {
    orderId: data.orderId,
    checkoutId: data.checkoutId,
    buyerId: data.buyerId,
    sellerId: data.sellerId,
    currency: data.currency,
    policy: data.policy,
    placedAt: at,
    lines: data.lines.map((line, index) => ({
      lineId: line.lineId,
      productId: line.productId,
      ordered: line.quantity,
      value: values[index]!,
      cancelled: 0,
      arranged: 0,
      shipped: 0,
      delivered: 0,
      returnRequested: 0,
    })),
    charges: totalsOf(data).charges,
    payments: [],
    refunded: 0,
    holdReleased: false,
    packages: [],
    cancellationIds: [],
    openCancellations: [],
    returns: [],
  };
}

/** Paid is when nothing is left to pay, be it by the last payment or because the unpaid part was cancelled. */
const withPaidMark = (order: Order, at: string): Order =>
  order.paidAt === undefined && outstanding(order) === 0 ? { ...order, paidAt: at } : order;

type Count = 'cancelled' | 'arranged' | 'shipped' | 'delivered' | 'returnRequested';

const count = (order: Order, units: readonly Units[], what: Count): Order => ({
  ...order,
  lines: order.lines.map((line): LineState => {
    const more = unitsOf(units, line.lineId);
    return more === 0 ? line : { ...line, [what]: line[what] + more };
  }),
});

/** A cancellation that was asked for first is named twice: by the request, and by the units that it ends in. */
const named = (order: Order, cancellationId: string): Order =>
  order.cancellationIds.includes(cancellationId)
    ? order
    : { ...order, cancellationIds: [...order.cancellationIds, cancellationId] };

function packageOf(order: Order, packageId: string): PackageState {
  const found = order.packages.find((candidate) => candidate.packageId === packageId);
  if (found === undefined) throw new Error(`Order ${order.orderId} has no package ${packageId}.`);
  return found;
}

const replacePackage = (order: Order, changed: PackageState): Order => ({
  ...order,
  packages: order.packages.map((candidate) =>
    candidate.packageId === changed.packageId ? changed : candidate,
  ),
});
