import { canHappen, withCaseMoved } from '../cases/case-life.js';
import { type Evolution } from '../evolution.js';
import { type Order, type RefundCase } from '../order.js';
import { type RefundsEvent } from './events.js';
import { shareNumber } from './refund-initiated-events.js';
import { refundLife } from './refund-life.js';

type ShareEvent = Exclude<RefundsEvent, { type: 'RefundInitiated' | 'RefundAccountNamed' }>;

export const refundsEvolution: Evolution<RefundsEvent> = {
  RefundInitiated: (order, { at, data }) => {
    const { refundId, amount, reason, method } = data;
    // The first refunds had one way back for all of it.
    const shares = data.shares ?? [{ method, amount }];
    const begun = shares.map(
      ({ expectedBy: _, ...share }: Partial<NonNullable<typeof data.shares>[number]>, index): RefundCase => ({
        ...{ refundId, ...shareNumber(index), ...share, amount: share.amount! },
        ...{ state: 'initiated', since: at, failures: [] },
      }),
    );
    return {
      ...order,
      refunded: order.refunded + amount,
      // Goodwill is let off in the moment in which it goes back.
      allowances: order.allowances + (reason === 'goodwill' ? amount : 0),
      refunds: [...order.refunds, ...begun],
    };
  },
  RefundSettled: (order, event) =>
    next(withRefunded(order, event, 1), event, ({ settlements = [], reportedAt }) => ({
      settlements: [...settlements, event.data.reference],
      reportedAt: event.data.happenedAt ?? reportedAt,
    })),
  RefundFailed: (order, event) =>
    next(order, event, ({ failures, reportedAt }) => ({
      failures: [...failures, event.data.reference],
      reportedAt: event.data.happenedAt ?? reportedAt,
    })),
  RefundDropped: (order, event) => next(withRefunded(order, event, -1), event),
  RefundRetried: (order, event) => next(order, event),
  RefundHandedOver: (order, event) => next(order, event),
  RefundAccountAsked: (order, event) => next(order, event),
  RefundAccountNamed: (order, event) => ({
    ...order,
    refunds: order.refunds.map((known) =>
      known.refundId === event.data.refundId && canHappen(refundLife, known, event.type)
        ? { ...withCaseMoved(refundLife, known, event), toAccount: true }
        : known,
    ),
  }),
};

/** What goes back counts once, however it comes about: not while it is dropped. */
const withRefunded = (order: Order, { type, data }: ShareEvent, sign: 1 | -1): Order => {
  const share = order.refunds.find((known) => known.refundId === data.refundId && known.share === data.share);
  const counts = type === 'RefundDropped' || share?.state === 'dropped';
  return share && counts ? { ...order, refunded: order.refunded + sign * share.amount } : order;
};

/** The share of the refund in the state that the event leads to. */
const next = (
  order: Order,
  event: ShareEvent,
  more: (known: RefundCase) => Partial<RefundCase> = () => ({}),
): Order => ({
  ...order,
  refunds: order.refunds.map((known) =>
    known.refundId === event.data.refundId && known.share === event.data.share
      ? { ...withCaseMoved(refundLife, known, event), ...more(known) }
      : known,
  ),
});
