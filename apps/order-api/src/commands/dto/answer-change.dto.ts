import { Id, Note } from '../../fields/text-fields.js';
import { Flag } from '../../fields/value-fields.js';

/** The answer to a change that the buyer asked for. */
export class AnswerChangeDto {
  @Id({ description: "As the order's detail lists it under its changes." })
  changeId: string;

  @Flag({ description: 'Whether the change is made.' })
  approve: boolean;

  @Note({ optional: true, description: 'Told to the buyer with a rejection.' })
  note?: string;
}

export const answerChangeExample: AnswerChangeDto = { changeId: 'CHANGE-1', approve: true };
