import { type english } from './english.js';
import { type Template } from './template.js';

type English = typeof english;

/** The same texts in another language: for everybody whom English tells of something, neither more nor fewer. */
export type Translation = {
  readonly [O in keyof English]: { readonly [Audience in keyof English[O]]: Template };
};
