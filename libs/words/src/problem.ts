import { type Key } from './catalogue.js';
import { type Sentence, type Values } from './values.js';

/** A code that programs decide by, and that has a sentence for people. */
export type ProblemCode = Extract<Key, `problem.${string}`> extends `problem.${infer Code}` ? Code : never;

/** What is wrong and what to do about it, for a person. */
export const problemSentence = (code: ProblemCode, values: Values): Sentence => ({
  key: `problem.${code}`,
  values,
});
