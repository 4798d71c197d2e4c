import { isKey } from './catalogue.js';
import { type Sentence } from './values.js';

/** A carrier's code as people read it; a code that is not known is shown by its own words, in whatever script. */
export function describeScan(code: string): Sentence {
  const words = code.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [code];
  const key = `scan.${words.join('-')}`;
  return isKey(key) ? { key } : { key: 'unknown-scan', values: { words: words.join(' ') } };
}
