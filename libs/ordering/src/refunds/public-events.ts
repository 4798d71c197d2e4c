import { type Order } from '../order.js';
import { paymentMethods, refundReasons } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, day, described, id, timer } from '../public-fields.js';
import { refundFailures } from './commands.js';

const refund = { refundId: id, amount, currency } as const;

/** Of a refund that goes back to several payments. */
const share = {
  share: {
    type: 'integer',
    minimum: 2,
    description: 'Which of its shares; the first where it is not said. The amount is that of the share.',
  },
} as const;

/** Evolving the order has made sure that the refund is there. */
const shareOf = (order: Order, data: { readonly refundId: string; readonly share?: number }) => ({
  refundId: data.refundId,
  share: data.share,
  amount: order.refunds.find((known) => known.refundId === data.refundId && known.share === data.share)!
    .amount,
  currency: order.currency,
});

export const refundsPublicEvents = {
  RefundInitiated: publicEvent('RefundInitiated', {
    name: 'refund-initiated',
    summary: 'Money is to go back to the buyer.',
    fields: { ...refund, reason: { enum: refundReasons } },
    optional: {
      method: {
        enum: paymentMethods,
        description: 'How it goes back; its slowest share, where it has several.',
      },
      expectedBy: described(day, 'By when the buyer has all of it.'),
      shares: {
        type: 'array',
        minItems: 1,
        description: 'What goes back to each payment.',
        items: {
          type: 'object',
          required: ['paymentId', 'method', 'amount', 'expectedBy'],
          properties: {
            provider: described(id, 'Who holds the money.'),
            paymentId: id,
            method: { enum: paymentMethods },
            amount,
            expectedBy: day,
          },
        },
      },
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
    optional: share,
    from: ({ data }, after) => shareOf(after, data),
    noticeTo: ['buyer'],
  }),
  RefundFailed: publicEvent('RefundFailed', {
    name: 'refund-failed',
    summary: 'The payment provider could not give the money back.',
    fields: { ...refund, failure: { enum: refundFailures } },
    optional: share,
    timeline: { ...refund, cause: { enum: refundFailures } },
    from: ({ data }, after) => ({ ...data, ...shareOf(after, data), failure: data.cause }),
    noticeTo: ['buyer'],
  }),
  RefundRetried: publicEvent('RefundRetried', {
    name: 'refund-retried',
    summary: 'The payment provider is asked once more.',
    fields: { ...refund, expectedBy: day },
    optional: { ...share, timer },
    from: ({ data }, after) => ({ ...data, ...shareOf(after, data) }),
    noticeTo: ['buyer'],
  }),
  RefundHandedOver: publicEvent('RefundHandedOver', {
    name: 'refund-handed-over',
    summary: 'The refund failed too often, or has nowhere to go: a person has to find a way.',
    fields: refund,
    optional: { ...share, timer },
    from: ({ data }, after) => ({ ...data, ...shareOf(after, data) }),
    noticeTo: ['buyer'],
  }),
  RefundAccountAsked: publicEvent('RefundAccountAsked', {
    name: 'refund-account-asked',
    summary: 'Money cannot go back the way it was paid: the buyer is to name an account.',
    fields: refund,
    optional: share,
    from: ({ data }, after) => shareOf(after, data),
    noticeTo: ['buyer'],
  }),
  RefundAccountNamed: publicEvent('RefundAccountNamed', {
    name: 'refund-account-named',
    summary: 'The buyer has named an account; it stands in the order alone.',
    fields: { refundId: id, expectedBy: day },
    noticeTo: [],
  }),
  RefundDropped: publicEvent('RefundDropped', {
    name: 'refund-dropped',
    summary: 'The money has gone back another way, so that this refund is not paid out.',
    fields: refund,
    optional: share,
    from: ({ data }, after) => shareOf(after, data),
    noticeTo: ['buyer'],
  }),
};
