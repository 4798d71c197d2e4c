import { longestText, mostMessages } from '@app/ordering';
import { Note } from '../../fields/text-fields.js';
import { Score } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { NoFieldsDto } from './no-fields.dto.js';

/** Words to the others of the order. */
export class PostMessageDto {
  @Note({ maxLength: longestText, description: 'Kept with the order, without the blanks around it.' })
  text: string;
}

/** What the buyer thought of the order. */
export class SubmitReviewDto {
  @Score()
  score: number;

  @Note({
    optional: true,
    maxLength: longestText,
    description: "Shown to everyone who sees the seller's reviews.",
  })
  text?: string;
}

/** The order is completed, and talked about. */
export const completion = routes({
  'confirm-receipt': {
    summary: 'Complete an order',
    description:
      'The buyer has what was ordered, also where no carrier has said so: what is on its way counts as delivered. ' +
      'Needs no body.',
    body: NoFieldsDto,
    example: {},
  },
  'post-message': {
    summary: 'Write to the others of an order',
    description:
      `Buyer, seller and platform, up to ${mostMessages} messages, whatever has become of the order. What was written stays ` +
      'as a record; the others are told that there is a message.',
    body: PostMessageDto,
    example: { text: 'Is the larger size in stock?' },
  },
  'submit-review': {
    summary: 'Review a completed order',
    description: "Once, by its buyer. The score counts in the seller's rating.",
    body: SubmitReviewDto,
    example: {
      score: 5,
      text: 'The shirt is even nicer than in the video.',
    },
  },
});
