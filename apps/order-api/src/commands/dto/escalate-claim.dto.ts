import { Id } from '../../fields/text-fields.js';

/** A disputed claim that the platform is to decide. */
export class EscalateClaimDto {
  @Id()
  claimId: string;
}

export const escalateClaimExample: EscalateClaimDto = { claimId: 'CLAIM-1' };
