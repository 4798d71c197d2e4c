import { type Occasion, type Template } from './template.js';

/** What is told of returns, claims and refunds. */
export const caseEnglish = {
  'orders.status.return-requested.v1': {
    buyer: { title: 'Return requested', body: 'You asked the seller to take back {{items}}.' },
    seller: {
      title: 'The buyer asks for a return',
      body: 'The buyer wants to send back {{items}}. Reason: {{reason}}.',
    },
  },
  'orders.status.return-approved.v1': {
    buyer: {
      title: 'Return granted',
      body: 'Please send the items back in time and enter the tracking number.',
    },
    seller: {
      title: 'Return granted',
      body: '{{#automatically}}You have not answered in time, so the return is granted. {{/automatically}}The buyer sends the items back.',
    },
  },
  'orders.status.return-rejected.v1': {
    buyer: {
      title: 'Return declined',
      body: 'The seller does not take the items back. If they are damaged or wrong, you can make a claim.',
    },
  },
  'orders.status.partial-refund-offered.v1': {
    buyer: {
      title: 'The seller makes an offer',
      body: 'You can keep the items and get {{amount}} back, or decline and send them back.',
    },
  },
  'orders.status.partial-refund-accepted.v1': {
    seller: { title: 'Offer accepted', body: 'The buyer keeps the items and gets {{amount}} back.' },
  },
  'orders.status.partial-refund-declined.v1': {
    buyer: {
      title:
        '{{#automatically}}The offer has lapsed{{/automatically}}{{^automatically}}Offer declined{{/automatically}}',
      body: 'Please send the items back in time and enter the tracking number.',
    },
    seller: { title: 'Offer not accepted', body: 'The buyer sends the items back.' },
  },
  'orders.status.return-withdrawn.v1': {
    buyer: { title: 'Return withdrawn', body: 'You keep the items and send nothing back.' },
    seller: {
      title: 'The buyer no longer wants a return',
      body: 'The return is withdrawn. The buyer keeps the items, and you need not do anything.',
    },
  },
  'orders.status.return-shipped.v1': {
    seller: {
      title: 'A return is on its way',
      body: 'The buyer sent it with {{carrier}}, tracking number {{trackingNumber}}. Please confirm when you have it.',
    },
  },
  'orders.status.return-scanned.v1': {},
  'orders.status.return-received.v1': {
    buyer: {
      title: 'Return received',
      body: '{{#automatically}}The seller has not said anything in time, so your return counts as received.{{/automatically}}{{^automatically}}The seller has your return.{{/automatically}}',
    },
  },
  'orders.status.return-receipt-refused.v1': {
    buyer: {
      title: 'Return not accepted',
      body: 'The seller does not accept what you sent back. You can make a claim, and the marketplace decides.',
    },
  },
  'orders.status.return-closed.v1': {
    buyer: {
      title: 'Return ended',
      body: '{{#expired}}Nothing was sent back in time.{{/expired}}{{^expired}}Your return is done.{{/expired}}',
    },
    seller: {
      title: 'Return ended',
      body: '{{#expired}}The buyer sent nothing back in time.{{/expired}}{{^expired}}The buyer gets the money back.{{/expired}}',
    },
  },
  'orders.status.claim-opened.v1': {
    buyer: {
      title: 'Claim received',
      body: 'The seller has to answer your claim about {{items}}: {{reason}}.',
    },
    seller: {
      title: 'The buyer makes a claim',
      body: 'The buyer complains about {{items}}: {{reason}}. Answer in time, or the marketplace decides.',
    },
  },
  'orders.status.claim-answered.v1': {
    buyer: {
      title: 'The seller answered your claim',
      body: '{{#accepted}}The seller accepts your claim.{{/accepted}}{{^accepted}}The seller disputes your claim. You can ask the marketplace to decide.{{/accepted}}',
    },
  },
  'orders.status.claim-escalated.v1': {
    buyer: { title: 'The marketplace decides', body: 'We look at your claim and decide it.' },
    seller: { title: 'The marketplace decides', body: "We look at the buyer's claim and decide it." },
  },
  'orders.status.claim-withdrawn.v1': {
    buyer: { title: 'Claim withdrawn', body: 'You no longer make this claim. Nothing is decided about it.' },
    seller: {
      title: 'The buyer no longer makes a claim',
      body: 'The claim is withdrawn. You need not answer it.',
    },
  },
  'orders.status.claim-resolved.v1': {
    buyer: {
      title: 'Claim decided',
      body: '{{#wonByBuyer}}Your claim was granted.{{/wonByBuyer}}{{^wonByBuyer}}Your claim was decided for the seller.{{/wonByBuyer}}',
    },
    seller: {
      title: 'Claim decided',
      body: '{{#wonByBuyer}}The claim was decided for the buyer, who gets the money back.{{/wonByBuyer}}{{^wonByBuyer}}The claim was decided for you.{{/wonByBuyer}}',
    },
  },
  'orders.status.refund-initiated.v1': {
    buyer: {
      title: 'Refund on its way',
      body: '{{amount}} goes back to you the way you paid.{{#expectedBy}} You should have it by {{expectedBy}}.{{/expectedBy}} Reason: {{reason}}.',
    },
  },
  'orders.status.refund-settled.v1': {
    buyer: { title: 'Refund paid out', body: 'We have paid {{amount}} back to you.' },
  },
  'orders.status.refund-failed.v1': {
    buyer: {
      title: 'Refund delayed',
      body: 'We could not pay {{amount}} back to you yet. Reason: {{reason}}. You need not do anything.',
    },
  },
  'orders.status.refund-retried.v1': {
    buyer: {
      title: 'Refund tried again',
      body: 'We try again to pay {{amount}} back to you. You should have it by {{expectedBy}}.',
    },
  },
  'orders.status.refund-handed-over.v1': {
    buyer: {
      title: 'We take care of your refund',
      body: 'Paying {{amount}} back to you failed several times. A person takes care of it now.',
    },
  },
} as const satisfies Partial<Readonly<Record<Occasion, { buyer?: Template; seller?: Template }>>>;
