import { type Refusal, refuse } from '../refusal.js';

/** Most characters of a message or a review. */
export const longestText = 2000;

/** Most messages of one order: far more than people need, so that none becomes heavy. */
export const mostMessages = 500;

/** Letters, signs and line breaks: no other control characters and no halves of characters. */
const writing = /^(?:[^\p{Cc}\p{Cs}]|[\t\r\n])*$/u;

/** What is wrong with words that a person wrote, without the blanks around them. */
export function checkText(trimmed: string): Refusal | undefined {
  const { length } = [...trimmed];
  if (length === 0) return refuse('bad-text', 'Write something; blanks alone say nothing.', '/text');
  if (length > longestText)
    return refuse('bad-text', `At most ${longestText} characters can be taken, not ${length}.`, '/text');
  return writing.test(trimmed)
    ? undefined
    : refuse('bad-text', 'The text holds control characters; leave them out.', '/text');
}
