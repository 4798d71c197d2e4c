import { type Evolution, withMore } from '../evolution.js';
import { type Order } from '../order.js';
import { type CancellationEvent } from './events.js';

export const cancellationEvolution: Evolution<CancellationEvent> = {
  LinesCancelled: (order, { data }) =>
    withCancellationId(withMore(order, data.units, 'cancelled'), data.cancellationId),
  CancellationRequested: (order, { at, data: { cancellationId, units, reason, fault } }) => {
    const request = { cancellationId, units, reason, fault, requestedAt: at };
    const openCancellations = [...order.openCancellations, request];
    return withCancellationId({ ...order, openCancellations }, cancellationId);
  },
  CancellationApproved: (order, { data }) => withCancellationClosed(order, data.cancellationId),
  CancellationRejected: (order, { data }) => withCancellationClosed(order, data.cancellationId),
  CancellationWithdrawn: (order, { data }) => withCancellationClosed(order, data.cancellationId),
};

const withCancellationClosed = (order: Order, cancellationId: string): Order => ({
  ...order,
  openCancellations: order.openCancellations.filter((request) => request.cancellationId !== cancellationId),
});

/** A cancellation that was asked for first is named twice: by the request, and by the units that it ends in. */
const withCancellationId = (order: Order, cancellationId: string): Order =>
  order.cancellationIds.includes(cancellationId)
    ? order
    : { ...order, cancellationIds: [...order.cancellationIds, cancellationId] };
