import { sendingRefusals } from '@app/order-log';
import { type Refusal, refuser } from '@app/ordering';

/** Every reason for which a policy is not set, with the values that its sentence names. Codes are stable. */
export const policyRefusals = {
  'role-not-allowed': ['who'],
  'out-of-range': ['least', 'most'],
  'bad-list': ['fault', 'most'],
  'bad-calendar': ['fault', 'most'],
  ...sendingRefusals,
} as const;

/** A policy that was not set; the pointer leads into its terms. */
export type PolicyRefusal = Refusal<keyof typeof policyRefusals>;

export const refuse = refuser(policyRefusals);
