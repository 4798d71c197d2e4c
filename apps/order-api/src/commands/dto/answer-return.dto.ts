import { type ReturnAnswer, returnAnswers } from '@app/ordering';
import { Id, Note, OneOf } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';

/** The answer to a buyer's request to return. */
export class AnswerReturnDto {
  @Id({ description: "As the order's detail lists it under its returns." })
  returnId: string;

  @OneOf(returnAnswers, {
    description: 'Take the units back, do not, or let the buyer keep them for a part of their price.',
  })
  answer: ReturnAnswer;

  @Amount({ optional: true, description: 'What is offered, in minor units; needed with an offer.' })
  amount?: number;

  @Note({ optional: true, description: 'Told to the buyer.' })
  note?: string;
}

export const answerReturnExample: AnswerReturnDto = {
  returnId: 'RETURN-1',
  answer: 'offer',
  amount: 5_000_000,
  note: 'The seam is easy to close.',
};
