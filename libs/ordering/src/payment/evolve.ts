import { type Evolution } from '../evolution.js';
import { type PaymentEvent } from './events.js';
import { samePayment } from './provider-report.js';

export const paymentEvolution: Evolution<PaymentEvent> = {
  PaymentCaptured: (order, { data: { currency: _, ...payment } }) => ({
    ...order,
    payments: [...order.payments, payment],
    // Of a paid order nothing else than an approved change is still to be paid.
    openChanges: order.openChanges.map((open) =>
      open.kind === 'lines' && open.approved ? { ...open, paid: open.paid + payment.amount } : open,
    ),
  }),
  AuthorisationReported: (order, { data: { currency: _, ...reported } }) => ({
    ...order,
    authorisations: [
      ...(order.authorisations ?? []).filter((known) => !samePayment(known, reported)),
      reported,
    ],
  }),
  FundsWithdrawn: (order, { at, data: { currency: _, happenedAt, ...withdrawal } }) => ({
    ...order,
    withdrawals: [
      ...(order.withdrawals ?? []),
      { ...withdrawal, state: 'open', at, ...(happenedAt && { reportedAt: happenedAt }) },
    ],
  }),
  WithdrawalClosed: (order, { data: { outcome, happenedAt, ...closed } }) => ({
    ...order,
    withdrawals: order.withdrawals!.map((known) =>
      known.reference === closed.reference && samePayment(known, closed)
        ? { ...known, state: outcome, ...(happenedAt && { reportedAt: happenedAt }) }
        : known,
    ),
  }),
};
