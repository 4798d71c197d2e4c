import { payable } from '../changes/changed-lines.js';
import { paymentMethods } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, described, id } from '../public-fields.js';

export const paymentPublicEvents = {
  PaymentCaptured: publicEvent('PaymentCaptured', {
    name: 'payment-captured',
    summary: 'Money has arrived: all that was due, or a part of it.',
    fields: { amount, currency, outstanding: described(amount, 'What is left to pay.') },
    optional: { method: { enum: paymentMethods, description: 'How it was paid.' } },
    timeline: {
      paymentId: id,
      method: { enum: paymentMethods },
      amount,
      currency,
      outstanding: amount,
    },
    from: ({ data }, after) => ({ ...data, outstanding: payable(after) }),
    noticeTo: ['buyer'],
  }),
};
