import { type Refusal, refuse } from '../refusal.js';
import { longestText } from './commands.js';

/** Letters, signs and line breaks: no other control characters and no halves of characters. */
const writing = /^(?:[^\p{Cc}\p{Cs}]|[\t\r\n])*$/u;

/** What is wrong with words that a person wrote, without the blanks around them. */
export function checkText(trimmed: string): Refusal | undefined {
  const { length } = [...trimmed];
  if (length === 0) return badText('blank');
  if (length > longestText) return badText('long');
  return writing.test(trimmed) ? undefined : badText('control');
}

const badText = (fault: string): Refusal => refuse('bad-text', { fault, most: longestText }, '/text');
