import { type Evolution } from '../evolution.js';
import { type PaymentEvent } from './events.js';

export const paymentEvolution: Evolution<PaymentEvent> = {
  PaymentCaptured: (order, { data: { currency: _, ...payment } }) => ({
    ...order,
    payments: [...order.payments, payment],
    // Of a paid order nothing else than an approved change is still to be paid.
    openChanges: order.openChanges.map((open) =>
      open.kind === 'lines' && open.approved ? { ...open, paid: open.paid + payment.amount } : open,
    ),
  }),
};
