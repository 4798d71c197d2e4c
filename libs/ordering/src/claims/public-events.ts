import { claimKinds } from '../order-terms.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, described, fault, id, timer, units } from '../public-fields.js';
import { faultIn } from '../reasons.js';

export const claimsPublicEvents = {
  ClaimOpened: publicEvent('ClaimOpened', {
    name: 'claim-opened',
    summary: 'The buyer complains about units.',
    fields: { claimId: id, kind: { enum: claimKinds }, units },
    optional: { packageId: described(id, 'The package that has not come.'), fault },
    from: ({ data }) => ({ ...data, fault: faultIn('claim', { ...data, reason: data.kind }) }),
    noticeTo: ['buyer', 'seller'],
  }),
  ClaimAnswered: publicEvent('ClaimAnswered', {
    name: 'claim-answered',
    summary: 'The seller gives in, or disputes the claim.',
    fields: {
      claimId: id,
      accepted: { type: 'boolean', description: 'A claim that the seller accepts is resolved with it.' },
    },
    noticeTo: ['buyer'],
  }),
  ClaimEscalated: publicEvent('ClaimEscalated', {
    name: 'claim-escalated',
    summary: 'The platform has to decide the claim.',
    fields: { claimId: id },
    optional: { timer },
    noticeTo: ['buyer', 'seller'],
  }),
  ClaimAppealed: publicEvent('ClaimAppealed', {
    name: 'claim-appealed',
    summary: 'The buyer asks the platform to decide the claim again.',
    fields: { claimId: id },
    noticeTo: ['buyer', 'seller'],
  }),
  ClaimWithdrawn: publicEvent('ClaimWithdrawn', {
    name: 'claim-withdrawn',
    summary: 'The buyer no longer makes the claim.',
    fields: { claimId: id },
    noticeTo: ['buyer', 'seller'],
  }),
  ClaimResolved: publicEvent('ClaimResolved', {
    name: 'claim-resolved',
    summary: 'The claim was decided.',
    fields: { claimId: id, resolvedFor: { enum: ['buyer', 'seller'] } },
    optional: {
      amount: described(amount, 'What goes back to the buyer with it.'),
      granted: described(units, 'The units whose price goes back, where that is not all that was claimed.'),
      allowance: described(amount, 'What is let off the price instead, while the buyer keeps the units.'),
      currency,
      timer,
    },
    from: ({ data }, { currency }) => ({ ...data, currency }),
    noticeTo: ['buyer', 'seller'],
  }),
};
