import { type Evolution } from '../evolution.js';
import { type VouchersEvent } from './events.js';

export const vouchersEvolution: Evolution<VouchersEvent> = {
  VoucherIssued: (order, { at, data: { note: _, ...voucher } }) => ({
    ...order,
    vouchers: [...(order.vouchers ?? []), { ...voucher, issuedAt: at }],
  }),
};
