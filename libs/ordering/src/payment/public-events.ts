import { payable } from '../changes/changed-lines.js';
import { paymentMethods } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, described, id } from '../public-fields.js';
import { authorisationOutcomes, withdrawalKinds, withdrawalOutcomes } from './commands.js';
import { samePayment } from './provider-report.js';

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
  AuthorisationReported: publicEvent('AuthorisationReported', {
    name: 'payment-authorisation-reported',
    summary: 'A payment provider has set money aside, or has let it go. It moves none.',
    fields: { outcome: { enum: authorisationOutcomes }, amount, currency },
    noticeTo: [],
  }),
  FundsWithdrawn: publicEvent('FundsWithdrawn', {
    name: 'funds-withdrawn',
    summary: "Money has left a payment without the order's doing: a paid order stays paid.",
    fields: { kind: { enum: withdrawalKinds }, amount, currency },
    noticeTo: ['buyer', 'seller'],
  }),
  WithdrawalClosed: publicEvent('WithdrawalClosed', {
    name: 'withdrawal-closed',
    summary: 'Money that had left a payment came back, or is lost.',
    fields: { kind: { enum: withdrawalKinds }, outcome: { enum: withdrawalOutcomes }, amount, currency },
    from: ({ data }, { withdrawals = [], currency: of }) => {
      const { kind, amount: money } = withdrawals.find(
        (known) => known.reference === data.reference && samePayment(known, data),
      )!;
      return { kind, outcome: data.outcome, amount: money, currency: of };
    },
    noticeTo: ['seller'],
  }),
};
