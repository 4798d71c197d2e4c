import { Id, Note } from '../../fields/text-fields.js';
import { Flag } from '../../fields/value-fields.js';

/** The answer to a buyer's request to cancel. */
export class AnswerCancellationDto {
  @Id({ description: "As the order's detail lists it under its cancellations." })
  cancellationId: string;

  @Flag({ description: 'Whether the units are cancelled.' })
  approve: boolean;

  @Note({ optional: true, description: 'Told to the buyer with a rejection.' })
  note?: string;
}

export const answerCancellationExample: AnswerCancellationDto = {
  cancellationId: 'CANCEL-1',
  approve: true,
};
