import { sumOf } from '../amounts.js';
import { type Order } from '../order.js';
import { type ChangedLines, type LineTerms } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, described, id, text, timer } from '../public-fields.js';
import { possibleLines } from './changed-lines.js';
import { changeRejections } from './events.js';

const priceDifference = {
  type: 'integer',
  description:
    'What the order costs more, in the smallest unit of the currency; less where it is below zero.',
} as const;

const lines = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['lineId', 'quantity'],
    properties: {
      lineId: id,
      title: text,
      variant: described(text, 'Size, colour and the like.'),
      quantity: {
        type: 'integer',
        minimum: 0,
        description: 'Units ordered, cancelled ones too; 0 where the line is not there yet, or not any more.',
      },
    },
  },
} as const;

const linesChange = {
  changeId: id,
  before: described(lines, 'The lines that change, as they were.'),
  after: described(lines, 'The same lines, as they are to be.'),
  priceDifference,
  currency,
} as const;

const charges = {
  discounts: described(amount, 'All discounts that the order then has.'),
  fees: described(amount, 'All fees that the order then has.'),
} as const;

const shippingPrice = {
  shippingFee: described(amount, 'What shipping costs to the new address, where that is something else.'),
  priceDifference,
  currency,
} as const;

/** With the lines by name, and of charges, whose labels only the order tells, the sums. */
function publicChange<Change extends ChangedLines & { readonly before: readonly LineTerms[] }>(
  change: Change,
  order: Order,
) {
  const lines = possibleLines(order);
  const named = (terms: LineTerms) => ({
    ...terms,
    title: lines.find(({ lineId }) => lineId === terms.lineId)?.title,
  });
  return {
    ...change,
    before: change.before.map(named),
    after: change.after.map(named),
    discounts: change.discounts && sumOf(change.discounts),
    fees: change.fees && sumOf(change.fees),
  };
}

const reason = {
  enum: changeRejections,
  description:
    'The seller turned it down, what it was about has been cancelled, or nobody answered or paid in time.',
} as const;

export const changesPublicEvents = {
  AddressChangeRequested: publicEvent('AddressChangeRequested', {
    name: 'address-change-requested',
    summary:
      'The buyer asks for another address; nothing is shipped until the answer. The address itself is never told.',
    fields: { changeId: id },
    optional: shippingPrice,
    noticeTo: ['buyer', 'seller'],
  }),
  AddressChangeApplied: publicEvent('AddressChangeApplied', {
    name: 'address-change-applied',
    summary: 'The goods go to another address, which is never told here.',
    fields: { changeId: id },
    optional: shippingPrice,
    noticeTo: ['buyer', 'seller'],
  }),
  AddressChangeRejected: publicEvent('AddressChangeRejected', {
    name: 'address-change-rejected',
    summary: 'The address stays as it was.',
    fields: { changeId: id, reason },
    optional: { timer },
    noticeTo: ['buyer', 'seller'],
  }),
  AddressChangeWithdrawn: publicEvent('AddressChangeWithdrawn', {
    name: 'address-change-withdrawn',
    summary: 'The buyer no longer asks for another address.',
    fields: { changeId: id },
    noticeTo: ['seller'],
  }),
  LinesChangeRequested: publicEvent('LinesChangeRequested', {
    name: 'lines-change-requested',
    summary:
      'The buyer wants lines to be others, to be added or taken out; the seller has to agree, or the price difference has to be paid.',
    fields: {
      ...linesChange,
      awaits: { enum: ['seller', 'payment'], description: 'What has to come before it is made.' },
    },
    optional: charges,
    from: ({ data }, order) => publicChange(data, order),
    noticeTo: ['buyer', 'seller'],
  }),
  LinesChangeApproved: publicEvent('LinesChangeApproved', {
    name: 'lines-change-approved',
    summary: 'The seller agreed; the change is made when the price difference is paid.',
    fields: { changeId: id, priceDifference, currency },
    noticeTo: ['buyer'],
  }),
  LinesChangeApplied: publicEvent('LinesChangeApplied', {
    name: 'lines-change-applied',
    summary: 'Lines are others, added or taken out from now on.',
    fields: linesChange,
    optional: charges,
    from: ({ data }, order) => publicChange(data, order),
    noticeTo: ['buyer', 'seller'],
  }),
  LinesChangeRejected: publicEvent('LinesChangeRejected', {
    name: 'lines-change-rejected',
    summary: 'The lines stay as they were.',
    fields: { changeId: id, reason },
    optional: { timer },
    noticeTo: ['buyer', 'seller'],
  }),
  LinesChangeWithdrawn: publicEvent('LinesChangeWithdrawn', {
    name: 'lines-change-withdrawn',
    summary: 'The buyer no longer asks for the change.',
    fields: { changeId: id },
    noticeTo: ['seller'],
  }),
};
