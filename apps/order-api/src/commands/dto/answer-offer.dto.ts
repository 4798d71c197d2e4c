import { Id } from '../../fields/text-fields.js';
import { Flag } from '../../fields/value-fields.js';

/** The buyer's answer to an offer. */
export class AnswerOfferDto {
  @Id()
  returnId: string;

  @Flag({ description: 'Whether the buyer keeps the units; otherwise they are sent back.' })
  accept: boolean;
}

export const answerOfferExample: AnswerOfferDto = { returnId: 'RETURN-1', accept: false };
