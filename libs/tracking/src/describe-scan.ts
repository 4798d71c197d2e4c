import { isKey, type Locale, text } from '@app/words';

/** A carrier's code as people read it; a code that is not known is shown by its own words, in whatever script. */
export function describeScan(code: string, locale: Locale): string {
  const words = code.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [code];
  const known = `scan.${words.join('-')}`;
  return isKey(known) ? text(locale, known) : text(locale, 'unknown-scan', { words: words.join(' ') });
}
