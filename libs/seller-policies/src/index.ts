export { policyStream, policyStreamPrefix } from './policy-event.codec.js';
export { type PolicyVersion, termsOf } from './policy-history.js';
export { policyResource } from './policy-resource.js';
export { type PolicyTerms } from './policy-terms.js';
export { type PolicyRefusal, policyRefusals } from './policy-refusal.js';
export { type PolicyOutcome, SellerPolicies, type SetPolicyRequest } from './seller-policies.js';
