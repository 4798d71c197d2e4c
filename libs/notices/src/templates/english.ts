import { englishChanges } from './english-changes.js';
import { caseEnglish } from './case-english.js';
import { type Template, type Occasion } from './template.js';

/** Whom each status event concerns, and what it tells them; who is not named is not told. */
export const english = {
  'orders.status.placed.v1': {
    buyer: {
      title: 'Order placed',
      body: 'You ordered {{items}} for {{total}}.{{#toBePaid}} The seller gets to work as soon as it is paid.{{/toBePaid}}',
    },
  },
  'orders.status.payment-captured.v1': {
    buyer: {
      title: 'Payment received',
      body:
        'We received {{amount}}.{{#outstanding}} {{outstanding}} is still to be paid.{{/outstanding}}' +
        '{{#orderCancelled}} The order was cancelled before, so the money goes back to you.{{/orderCancelled}}',
    },
  },
  'orders.status.hold-released.v1': {
    buyer: {
      title: 'Your order goes to the seller',
      body: 'The time to cancel at once is over. You can still ask the seller to cancel.',
    },
    seller: {
      title: 'Order waits for you',
      body: 'The buyer cannot cancel it at once any more. Check it and confirm it.',
    },
  },
  'orders.status.confirmed.v1': {
    buyer: { title: 'Order confirmed', body: 'The seller is preparing your order.' },
    seller: {
      title: 'Order confirmed{{#automatically}} automatically{{/automatically}}',
      body: 'The order is yours to pack and to ship now.',
    },
  },
  'orders.status.stock-missing.v1': {
    seller: {
      title: 'Order not confirmed: out of stock',
      body: '{{items}} of it are not in your stock. Add to the stock and confirm the order, or cancel them.',
    },
  },
  'orders.status.shipment-late.v1': {
    buyer: {
      title: 'Your order is late',
      body: 'The seller should have sent it by now. We have reminded them.',
    },
    seller: {
      title: 'Shipment late',
      body: 'Your time to send this order is over. Ship it now: what is not packed soon is cancelled.',
    },
  },
  'orders.status.goods-provided.v1': {
    buyer: {
      title: 'Ready for you',
      body: '{{items}} of your order came without shipping and can be used now.',
    },
  },
  'orders.status.package-arranged.v1': {
    buyer: {
      title: 'Package packed',
      body:
        'A package with {{items}} goes with {{carrier}}, tracking number {{trackingNumber}}.' +
        '{{#estimatedDelivery}} It should arrive by {{estimatedDelivery}}.{{/estimatedDelivery}}',
    },
    seller: {
      title: 'Package packed',
      body: 'A package with {{items}} is ready for {{carrier}}, tracking number {{trackingNumber}}.',
    },
  },
  'orders.status.shipped.v1': {
    buyer: { title: 'Package on its way', body: 'A package with {{items}} of your order is on its way.' },
    seller: { title: 'Package handed over', body: 'A package with {{items}} is on its way to the buyer.' },
  },
  'orders.status.package-unpacked.v1': {
    seller: {
      title: 'Unpack cancelled items',
      body: 'Take {{items}} out of package {{packageId}} again, the order was changed after you had packed it.',
    },
  },
  // Where the package is stands in its tracking; a notice of every scan would bury the others.
  'orders.status.package-scanned.v1': {},
  'orders.status.delayed.v1': {
    buyer: {
      title: 'Delivery delayed',
      body:
        '{{#ofPackage}}A package{{/ofPackage}}{{^ofPackage}}Your order{{/ofPackage}} should arrive by {{newEstimate}}' +
        '{{#previousEstimate}} instead of {{previousEstimate}}{{/previousEstimate}}.' +
        '{{#cause}} Cause: {{cause}}.{{/cause}}' +
        '{{#voucher}} For your patience you get a voucher of {{voucher}}; you find it in the order.{{/voucher}}' +
        '{{#fasterShipping}} It is sent on faster at no cost to you.{{/fasterShipping}}',
    },
    seller: {
      title: 'Delivery delayed',
      body:
        '{{#ofPackage}}A package{{/ofPackage}}{{^ofPackage}}The order{{/ofPackage}} should reach the buyer by ' +
        '{{newEstimate}}{{#previousEstimate}} instead of {{previousEstimate}}{{/previousEstimate}}.' +
        '{{#cause}} Cause: {{cause}}.{{/cause}}',
    },
  },
  'orders.status.estimate-changed.v1': {
    buyer: {
      title: 'New delivery estimate',
      body:
        '{{#ofPackage}}A package{{/ofPackage}}{{^ofPackage}}Your order{{/ofPackage}} should arrive by {{newEstimate}}' +
        '{{#previousEstimate}} instead of {{previousEstimate}}{{/previousEstimate}}.',
    },
  },
  'orders.status.package-delivered.v1': {
    buyer: {
      title: 'Package delivered',
      body:
        'A package with {{items}} of your order has arrived' +
        '{{#wasLost}} after all. It had counted as lost, and your refund stays as it is{{/wasLost}}.',
    },
  },
  'orders.status.delivered.v1': {
    buyer: {
      title: '{{#lost}}Nothing more is to come{{/lost}}{{^lost}}Everything has arrived{{/lost}}',
      body:
        '{{#lost}}{{lost}} of your order never came. Please confirm that you have received the rest.{{/lost}}' +
        '{{^lost}}Please confirm that you have received it.{{/lost}} If something is wrong, ask for a return.',
    },
    seller: {
      title: 'Order delivered',
      body: '{{#lost}}All but {{lost}} has reached the buyer.{{/lost}}{{^lost}}Everything has reached the buyer.{{/lost}}',
    },
  },
  'orders.status.completed.v1': {
    buyer: {
      title: 'Order completed',
      body: '{{#automatically}}Your order was completed automatically.{{/automatically}}{{^automatically}}Thank you for confirming the receipt.{{/automatically}}',
    },
    seller: {
      title: 'Order completed',
      body: '{{#automatically}}The order was completed automatically.{{/automatically}}{{^automatically}}The buyer has confirmed the receipt.{{/automatically}}',
    },
  },
  'orders.status.lines-cancelled.v1': {
    buyer: {
      title:
        '{{#orderCancelled}}Order cancelled{{/orderCancelled}}{{^orderCancelled}}Items cancelled{{/orderCancelled}}',
      body: '{{items}} of your order will not be sent. Reason: {{reason}}.',
    },
    seller: {
      title:
        '{{#orderCancelled}}Order cancelled{{/orderCancelled}}{{^orderCancelled}}Items cancelled{{/orderCancelled}}',
      body: 'Do not send {{items}} of this order. Reason: {{reason}}.',
    },
  },
  'orders.status.cancellation-requested.v1': {
    buyer: {
      title: 'Cancellation requested',
      body: 'You asked the seller to cancel {{items}}. Nothing of that is shipped before the seller has answered.',
    },
    seller: {
      title: 'The buyer asks to cancel',
      body: 'The buyer asks you to cancel {{items}}. Reason: {{reason}}. Do not ship them before you have answered.',
    },
  },
  'orders.status.cancellation-approved.v1': {
    buyer: {
      title: 'Cancellation granted',
      body: '{{#automatically}}The seller did not answer in time, so your request to cancel is granted.{{/automatically}}{{^automatically}}The seller has granted your request to cancel.{{/automatically}}',
    },
  },
  'orders.status.cancellation-rejected.v1': {
    buyer: {
      title: 'Cancellation declined',
      body: 'The seller has declined your request to cancel, so the order goes on.',
    },
  },
  'orders.status.cancellation-withdrawn.v1': {
    buyer: { title: 'Request withdrawn', body: 'You no longer ask to cancel, so the order goes on.' },
    seller: {
      title: 'The buyer no longer asks to cancel',
      body: 'The request is withdrawn. The order goes on.',
    },
  },
  ...englishChanges,
  'orders.status.message-posted.v1': {
    buyer: {
      title: 'You have a message',
      body: '{{#fromPlatform}}The marketplace{{/fromPlatform}}{{^fromPlatform}}The seller{{/fromPlatform}} wrote to you about this order.',
    },
    seller: {
      title: 'You have a message',
      body: '{{#fromPlatform}}The marketplace{{/fromPlatform}}{{^fromPlatform}}The buyer{{/fromPlatform}} wrote to you about this order.',
    },
  },
  'orders.status.review-requested.v1': {
    buyer: {
      title: 'How was it?',
      body: 'Your order is completed. Tell the seller and other buyers how it was.',
    },
  },
  'orders.status.review-submitted.v1': {
    seller: {
      title: 'You have a review',
      body: 'The buyer gave this order {{score}} of 5.',
    },
  },
  ...caseEnglish,
  /** When an order appears to its seller for the first time: paid, or to be paid on delivery. */
  'new-order': {
    seller: {
      title: 'New order',
      body: '{{#onHold}}An order has come in. The buyer may still cancel it for a while.{{/onHold}}{{^onHold}}An order waits for you. Check it and confirm it.{{/onHold}}',
    },
  },
} as const satisfies Readonly<Record<Occasion, { buyer?: Template; seller?: Template }>>;
