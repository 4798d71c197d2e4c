import { count, type Evolution } from '../evolution.js';
import { type Order } from '../order.js';
import { type CancellationEvent } from './events.js';

export const cancellationEvolution: Evolution<CancellationEvent> = {
  LinesCancelled: (order, { data }) => named(count(order, data.units, 'cancelled'), data.cancellationId),
  CancellationRequested: (order, { at, data: { cancellationId, units, reason } }) => {
    const request = { cancellationId, units, reason, requestedAt: at };
    const openCancellations = [...order.openCancellations, request];
    return named({ ...order, openCancellations }, cancellationId);
  },
  CancellationApproved: (order, { data }) => closed(order, data.cancellationId),
  CancellationRejected: (order, { data }) => closed(order, data.cancellationId),
  CancellationWithdrawn: (order, { data }) => closed(order, data.cancellationId),
};

const closed = (order: Order, cancellationId: string): Order => ({
  ...order,
  openCancellations: order.openCancellations.filter((request) => request.cancellationId !== cancellationId),
});

/** A cancellation that was asked for first is named twice: by the request, and by the units that it ends in. */
const named = (order: Order, cancellationId: string): Order =>
  order.cancellationIds.includes(cancellationId)
    ? order
    : { ...order, cancellationIds: [...order.cancellationIds, cancellationId] };
