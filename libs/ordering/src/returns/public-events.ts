import { type Order } from '../order.js';
import { returnReasons, wayBackPayers } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, described, fault, id, scannedAt, text, timer, units } from '../public-fields.js';
import { faultIn } from '../reasons.js';
import { returnLossReasons } from './events.js';

const goesBack = { amount: described(amount, 'What goes back to the buyer with it.'), currency } as const;
const offer = { returnId: id, amount, currency } as const;

const wayBackPaidBy = { enum: wayBackPayers, description: 'Who pays to send the units back.' } as const;

const payerOf = (order: Order, returnId: string) =>
  order.returns.find((known) => known.returnId === returnId)?.wayBackPaidBy;

export const returnsPublicEvents = {
  ReturnRequested: publicEvent('ReturnRequested', {
    name: 'return-requested',
    summary: 'The buyer wants to send delivered units back.',
    fields: { returnId: id, units, reason: { enum: returnReasons } },
    optional: { fault, wayBackPaidBy },
    from: ({ data }) => ({ ...data, fault: faultIn('return', data) }),
    noticeTo: ['buyer', 'seller'],
  }),
  ReturnApproved: publicEvent('ReturnApproved', {
    name: 'return-approved',
    summary: 'The seller takes the units back, or has not answered in time.',
    fields: { returnId: id },
    optional: { wayBackPaidBy, timer },
    from: ({ data }, after) => ({ ...data, wayBackPaidBy: payerOf(after, data.returnId) }),
    noticeTo: ['buyer', 'seller'],
  }),
  ReturnRejected: publicEvent('ReturnRejected', {
    name: 'return-rejected',
    summary: 'The seller does not take the units back.',
    fields: { returnId: id },
    noticeTo: ['buyer'],
  }),
  PartialRefundOffered: publicEvent('PartialRefundOffered', {
    name: 'partial-refund-offered',
    summary: 'The seller offers a part of the price to the buyer who keeps the units.',
    fields: offer,
    from: ({ data }, { currency }) => ({ ...data, currency }),
    noticeTo: ['buyer'],
  }),
  PartialRefundAccepted: publicEvent('PartialRefundAccepted', {
    name: 'partial-refund-accepted',
    summary: 'The buyer keeps the units for a part of their price.',
    fields: offer,
    from: ({ data }, { currency }) => ({ ...data, currency }),
    noticeTo: ['seller'],
  }),
  PartialRefundDeclined: publicEvent('PartialRefundDeclined', {
    name: 'partial-refund-declined',
    summary: 'The buyer does not take the offer, and may send the units back.',
    fields: { returnId: id },
    optional: { wayBackPaidBy, timer },
    from: ({ data }, after) => ({ ...data, wayBackPaidBy: payerOf(after, data.returnId) }),
    noticeTo: ['buyer', 'seller'],
  }),
  ReturnWithdrawn: publicEvent('ReturnWithdrawn', {
    name: 'return-withdrawn',
    summary: 'The buyer no longer wants to send anything back.',
    fields: { returnId: id },
    noticeTo: ['buyer', 'seller'],
  }),
  ReturnShipped: publicEvent('ReturnShipped', {
    name: 'return-shipped',
    summary:
      'The buyer has handed the units to a carrier, or says with which carrier or number it really was.',
    fields: { returnId: id, carrier: text, trackingNumber: text },
    noticeTo: ['seller'],
  }),
  ReturnScanned: publicEvent('ReturnScanned', {
    name: 'return-scanned',
    summary: 'A carrier has scanned what is sent back; it may come late and out of order.',
    fields: { returnId: id, code: described(text, "The carrier's own code."), scannedAt },
    noticeTo: [],
  }),
  ReturnLost: publicEvent('ReturnLost', {
    name: 'return-lost',
    summary: 'What was sent back will not reach the seller; the buyer gets the price back.',
    fields: { returnId: id, reason: { enum: returnLossReasons } },
    noticeTo: ['buyer', 'seller'],
  }),
  ReturnUndelivered: publicEvent('ReturnUndelivered', {
    name: 'return-undelivered',
    summary: 'The carrier could not hand over what was sent back: the buyer has it again.',
    fields: { returnId: id },
    noticeTo: ['buyer', 'seller'],
  }),
  ReturnReceived: publicEvent('ReturnReceived', {
    name: 'return-received',
    summary: 'The seller has the units back, or has said nothing for so long that it counts as such.',
    fields: { returnId: id },
    optional: { timer },
    noticeTo: ['buyer'],
  }),
  ReturnReceiptRefused: publicEvent('ReturnReceiptRefused', {
    name: 'return-receipt-refused',
    summary: 'The seller does not accept what was sent back.',
    fields: { returnId: id },
    noticeTo: ['buyer'],
  }),
  ReturnClosed: publicEvent('ReturnClosed', {
    name: 'return-closed',
    summary: 'A return that was granted is over.',
    fields: { returnId: id, outcome: { enum: ['refunded', 'expired'] } },
    optional: { ...goesBack, timer },
    from: ({ data }, { currency }) => ({ ...data, currency }),
    noticeTo: ['buyer', 'seller'],
  }),
};
