import { type Key } from './catalogue.js';
import { type english } from './en/index.js';
import { type Sentence, type Value, type Values } from './values.js';

/** The names that stand before a comma or a closing brace in a message: its arguments, unless an option is one word. */
type ArgumentsOf<Message extends string> = Message extends `${string}{${infer Rest}`
  ? NameIn<Rest extends `${infer Inside}}${string}` ? Inside : Rest> | ArgumentsOf<Rest>
  : never;
type NameIn<Inside extends string> = Inside extends `${infer Name},${string}` ? Word<Name> : Word<Inside>;
type Word<Text extends string> = Text extends '' | `${string}${' ' | '{' | '.'}${string}` ? never : Text;

/** What a message has to be filled with; the compiler asks for each value that the English one names. */
export type ValuesOf<Name extends Key> = Readonly<Record<ArgumentsOf<(typeof english)[Name]>, Value>>;

/** A message with all that it names. */
export const sentence = <Name extends Key>(key: Name, values: ValuesOf<Name>): Sentence => ({ key, values });

/** A code that programs decide by, and that has a sentence for people. */
export type ProblemCode = Extract<Key, `problem.${string}`> extends `problem.${infer Code}` ? Code : never;

/** What is wrong and what to do about it, for a person. */
export const problemSentence = (code: ProblemCode, values: Values): Sentence => ({
  key: `problem.${code}`,
  values,
});
