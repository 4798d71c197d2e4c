import { type english } from './english.js';
import { type Template } from './template.js';

/** The same texts in another language: for everybody whom English tells of something, neither more nor fewer. */
export type TranslationOf<English> = {
  readonly [O in keyof English]: { readonly [Audience in keyof English[O]]: Template };
};

export type Translation = TranslationOf<typeof english>;
