import { Id, Note } from '../../fields/text-fields.js';
import { Flag } from '../../fields/value-fields.js';

/** The seller's answer to a claim. */
export class AnswerClaimDto {
  @Id({ description: "As the order's detail lists it under its claims." })
  claimId: string;

  @Flag({ description: 'Whether the seller gives in; then the units are refunded at once.' })
  accept: boolean;

  @Note({ optional: true, description: 'Told to the buyer.' })
  note?: string;
}

export const answerClaimExample: AnswerClaimDto = {
  claimId: 'CLAIM-1',
  accept: false,
  note: 'It left us in one piece.',
};
