import { Id } from '../../fields/text-fields.js';

/** A claim that the buyer no longer makes. */
export class WithdrawClaimDto {
  @Id({ description: "As the order's detail lists it under its claims." })
  claimId: string;
}

export const withdrawClaimExample: WithdrawClaimDto = { claimId: 'CLAIM-1' };
