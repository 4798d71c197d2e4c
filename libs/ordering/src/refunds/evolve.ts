import { withCaseMoved } from '../cases/case-life.js';
import { type Evolution } from '../evolution.js';
import { type Order, type RefundCase } from '../order.js';
import { type RefundsEvent } from './events.js';
import { refundLife } from './refund-life.js';

type LaterEvent = Exclude<RefundsEvent, { type: 'RefundInitiated' }>;

export const refundsEvolution: Evolution<RefundsEvent> = {
  RefundInitiated: (order, { at, data: { refundId, amount, reason } }) => ({
    ...order,
    refunded: order.refunded + amount,
    // Goodwill is let off in the moment in which it goes back.
    allowances: order.allowances + (reason === 'goodwill' ? amount : 0),
    refunds: [...order.refunds, { refundId, amount, state: 'initiated', since: at, failures: [] }],
  }),
  RefundSettled: (order, event) => next(order, event, () => ({ settledBy: event.data.reference })),
  RefundFailed: (order, event) =>
    next(order, event, ({ failures }) => ({ failures: [...failures, event.data.reference] })),
  RefundRetried: (order, event) => next(order, event),
  RefundHandedOver: (order, event) => next(order, event),
};

/** The refund in the state that the event leads to. */
const next = (
  order: Order,
  event: LaterEvent,
  more: (known: RefundCase) => Partial<RefundCase> = () => ({}),
): Order => ({
  ...order,
  refunds: order.refunds.map((known) =>
    known.refundId === event.data.refundId
      ? { ...withCaseMoved(refundLife, known, event), ...more(known) }
      : known,
  ),
});
