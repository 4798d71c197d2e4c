import { Id, Note, OneOf } from '../../fields/text-fields.js';

/** The platform's decision of a claim. */
export class ResolveClaimDto {
  @Id()
  claimId: string;

  @OneOf(['buyer', 'seller'], { description: 'For the buyer: the units are refunded at once.' })
  resolvedFor: 'buyer' | 'seller';

  @Note({ optional: true, description: 'Told to both.' })
  note?: string;
}

export const resolveClaimExample: ResolveClaimDto = { claimId: 'CLAIM-1', resolvedFor: 'buyer' };
