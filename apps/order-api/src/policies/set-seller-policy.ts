import { Logger } from '@nestjs/common';
import { type Engines } from '@app/engines';
import { type PolicyOutcome, type SetPolicyRequest } from '@app/seller-policies';

const logger = new Logger('Policies');

/** Checks and records a policy for a seller's new orders. */
export async function setSellerPolicy(
  { sellerPolicies }: Engines,
  request: SetPolicyRequest,
): Promise<PolicyOutcome> {
  const outcome = await sellerPolicies.set(request);
  const { sellerId, correlationId } = request;
  if (outcome.kind === 'refused')
    logger.log('A policy was refused.', { sellerId, correlationId, code: outcome.refusal.code });
  else logger.debug('A policy was set.', { sellerId, correlationId, version: outcome.answer.version });
  return outcome;
}
