import { longestText } from '@app/ordering';
import { Note } from '../../fields/text-fields.js';
import { Score } from '../../fields/value-fields.js';

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

export const submitReviewExample: SubmitReviewDto = {
  score: 5,
  text: 'The shirt is even nicer than in the video.',
};
