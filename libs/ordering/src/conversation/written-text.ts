import { type Refusal, refuse } from '../refusal.js';
import { longestText } from './commands.js';

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
