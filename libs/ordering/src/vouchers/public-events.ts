import { publicEvent } from '../public-event.js';
import { amount, currency, described, id } from '../public-fields.js';
import { voucherPayers, voucherReasons } from './events.js';

export const vouchersPublicEvents = {
  VoucherIssued: publicEvent('VoucherIssued', {
    name: 'voucher-issued',
    summary: 'The buyer has a voucher: a coupon of the seller that nobody else can use.',
    fields: {
      code: described(id, 'What the buyer, and nobody else, redeems it with.'),
      amount: described(amount, 'What it takes off.'),
      currency,
      paidBy: { enum: voucherPayers },
      reason: { enum: voucherReasons },
    },
    optional: {
      validUntil: { type: 'string', format: 'date-time', description: 'When it ends to hold (UTC).' },
    },
    noticeTo: ['buyer'],
  }),
};
