import { describeEventShapes } from '@app/event-store/testing';
import { policyUpcasters, type SellerPolicySet } from './policy-event.codec.js';
import { defaultTerms } from './policy-terms.js';

const set: SellerPolicySet = { type: 'SellerPolicySet', data: { version: 1, terms: defaultTerms } };

describeEventShapes({
  folder: 'libs/seller-policies/events',
  types: 'libs/seller-policies/src/policy-event.codec.ts',
  union: 'SellerPolicySet',
  examples: [set],
  upcasters: policyUpcasters,
});
