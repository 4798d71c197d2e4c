import { refundCases } from '../cases/case-kinds.js';
import { findCase } from '../cases/find-case.js';
import { type Order } from '../order.js';
import { paymentMethods, refundReasons } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, day, described, id, timer } from '../public-fields.js';
import { refundFailures } from './commands.js';

const refund = { refundId: id, amount, currency } as const;

/** Evolving the order has made sure that the refund is there. */
const refundOf = (order: Order, refundId: string) => ({
  refundId,
  amount: findCase(refundCases, order, refundId)!.amount,
  currency: order.currency,
});

export const refundsPublicEvents = {
  RefundInitiated: publicEvent('RefundInitiated', {
    name: 'refund-initiated',
    summary: 'Money is to go back to the buyer.',
    fields: { ...refund, reason: { enum: refundReasons } },
    optional: {
      method: { enum: paymentMethods, description: 'How it goes back.' },
      expectedBy: described(day, 'By when the buyer has it.'),
      returnId: id,
      claimId: id,
      packageId: described(id, 'The package that did not come.'),
    },
    noticeTo: ['buyer'],
  }),
  RefundSettled: publicEvent('RefundSettled', {
    name: 'refund-settled',
    summary: 'The buyer has the money back.',
    fields: refund,
    from: ({ data }, after) => refundOf(after, data.refundId),
    noticeTo: ['buyer'],
  }),
  RefundFailed: publicEvent('RefundFailed', {
    name: 'refund-failed',
    summary: 'The payment provider could not give the money back.',
    fields: { ...refund, failure: { enum: refundFailures } },
    timeline: { ...refund, cause: { enum: refundFailures } },
    from: ({ data }, after) => ({ ...data, ...refundOf(after, data.refundId), failure: data.cause }),
    noticeTo: ['buyer'],
  }),
  RefundRetried: publicEvent('RefundRetried', {
    name: 'refund-retried',
    summary: 'The payment provider is asked once more.',
    fields: { ...refund, expectedBy: day },
    optional: { timer },
    from: ({ data }, after) => ({ ...data, ...refundOf(after, data.refundId) }),
    noticeTo: ['buyer'],
  }),
  RefundHandedOver: publicEvent('RefundHandedOver', {
    name: 'refund-handed-over',
    summary: 'The refund failed too often: a person has to find a way.',
    fields: refund,
    from: ({ data }, after) => refundOf(after, data.refundId),
    noticeTo: ['buyer'],
  }),
};
