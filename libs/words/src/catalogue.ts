import { english } from './en/index.js';
import { indonesian } from './id/index.js';
import { type Language } from './language.js';

/** Names a message. */
export type Key = keyof typeof english;

/**
 * Every message in every language, in ICU message syntax
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/). English says which there are.
 */
export const catalogue: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  en: english,
  id: indonesian,
};

/** Whether there is such a message. */
export const isKey = (key: string): key is Key => Object.hasOwn(english, key);
