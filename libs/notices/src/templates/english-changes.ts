import { type Occasion, type Template } from './template.js';

const turnedDown = {
  buyer: {
    title: 'Change not made',
    body:
      '{{#fellAway}}What you wanted to change was cancelled.{{/fellAway}}' +
      '{{^fellAway}}{{#automatically}}Your order goes on as it was. Reason: {{reason}}.{{/automatically}}' +
      '{{^automatically}}The seller has declined your change, so the order goes on as it was.{{/automatically}}{{/fellAway}}',
  },
  seller: {
    title: 'Change not made',
    body:
      'The change that the buyer asked for is not made.' +
      '{{^fellAway}} Go on with the order as it is.{{/fellAway}}',
  },
} as const;

const withdrawn = {
  seller: {
    title: 'The buyer no longer asks for a change',
    body: 'The request is withdrawn. The order stays as it is.',
  },
} as const;

/** What buyer and seller are told of changes of the address or of the lines. */
export const englishChanges = {
  'orders.status.address-change-requested.v1': {
    buyer: {
      title: 'Change of address requested',
      body: 'You asked for another address. Nothing is shipped before the seller has answered.',
    },
    seller: {
      title: 'The buyer asks for another address',
      body: 'Look at the new address and answer. Do not ship before you have answered.',
    },
  },
  'orders.status.address-change-applied.v1': {
    buyer: { title: 'Address changed', body: 'Your order goes to the new address.' },
    seller: { title: 'Address changed', body: 'The order goes to another address. Use that one.' },
  },
  'orders.status.address-change-rejected.v1': turnedDown,
  'orders.status.address-change-withdrawn.v1': withdrawn,
  'orders.status.lines-change-requested.v1': {
    buyer: {
      title: 'Change requested',
      body:
        '{{#awaitsPayment}}Your change costs {{surcharge}} more. It is made as soon as that is paid.{{/awaitsPayment}}' +
        '{{^awaitsPayment}}You asked to change your order. Nothing is shipped before the seller has answered.{{/awaitsPayment}}',
    },
    seller: {
      title: 'The buyer asks for a change',
      body:
        '{{#awaitsPayment}}The buyer changes the order and has to pay {{surcharge}} for it. Do not ship meanwhile.{{/awaitsPayment}}' +
        '{{^awaitsPayment}}The buyer asks for another size, colour or quantity. Do not ship before you have answered.{{/awaitsPayment}}',
    },
  },
  'orders.status.lines-change-approved.v1': {
    buyer: {
      title: 'Change granted',
      body: 'The seller has granted your change. It is made as soon as {{surcharge}} is paid.',
    },
  },
  'orders.status.lines-change-applied.v1': {
    buyer: { title: 'Order changed', body: 'Your order was changed as you asked.' },
    seller: { title: 'Order changed', body: 'The buyer has changed the order. Look at it before you pack.' },
  },
  'orders.status.lines-change-rejected.v1': turnedDown,
  'orders.status.lines-change-withdrawn.v1': withdrawn,
} as const satisfies Partial<Readonly<Record<Occasion, { buyer?: Template; seller?: Template }>>>;
