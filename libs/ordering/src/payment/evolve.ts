import { type Evolution } from '../evolution.js';
import { type PaymentEvent } from './events.js';

export const paymentEvolution: Evolution<PaymentEvent> = {
  PaymentCaptured: (order, { data: { paymentId, amount } }) => ({
    ...order,
    payments: [...order.payments, { paymentId, amount }],
  }),
  RefundInitiated: (order, { data }) => ({ ...order, refunded: order.refunded + data.amount }),
};
