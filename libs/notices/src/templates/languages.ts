import { english } from './english.js';
import { indonesian } from './indonesian.js';
import { type Occasion, type Template } from './template.js';

/** ISO 639-1 codes of the languages that people are told things in. */
export const languages = ['en', 'id'] as const;
export type Language = (typeof languages)[number];

/** The texts of each language, by what they tell of and whom they tell; who is not named is not told. */
export const templates: Readonly<
  Record<Language, Readonly<Record<Occasion, { readonly buyer?: Template; readonly seller?: Template }>>>
> = { en: english, id: indonesian };
