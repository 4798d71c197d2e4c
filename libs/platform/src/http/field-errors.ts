import { type ValidationError } from 'class-validator';
import { type Key, type Sentence, sentence, type ValuesOf } from '@app/words';
import { pointerTo } from './body-shape.js';
import { type WrongField } from './problem.js';

/** Our codes for class-validator's rules, the most specific first; any other rule is about the value's form. */
const codes: Readonly<Record<string, string>> = {
  whitelistValidation: 'unknown-field',
  isString: 'wrong-type',
  isBoolean: 'wrong-type',
  isArray: 'wrong-type',
  isObject: 'wrong-type',
  nestedValidation: 'wrong-type',
  isInt: 'not-a-whole-number',
  min: 'out-of-range',
  max: 'out-of-range',
  arrayMinSize: 'too-few',
  arrayMaxSize: 'too-many',
  isIn: 'unknown-value',
  isLength: 'wrong-length',
};

/** The places that a validation found wrong, each with the most specific rule that it breaks. */
export function fieldErrors(errors: readonly ValidationError[], parent = ''): WrongField[] {
  return errors.flatMap(({ property, value, constraints = {}, contexts = {}, children = [] }) => {
    const pointer = `${parent}${pointerTo(property)}`;
    const broken = Object.keys(constraints);
    const rule = Object.keys(codes).find((known) => broken.includes(known)) ?? broken[0];
    const own = rule === undefined ? [] : [fieldError(pointer, rule, contexts[rule], value)];
    return [...own, ...fieldErrors(children, pointer)];
  });
}

/** The rule's context is the sentence that says what was to be there. */
function fieldError(pointer: string, rule: string, context: unknown, value: unknown): WrongField {
  if (rule === 'whitelistValidation')
    return { pointer, code: 'unknown-field', sentence: { key: 'field.unknown' } };
  if (value === undefined) return { pointer, code: 'required', sentence: { key: 'field.required' } };
  const sentence = (context as Sentence | undefined) ?? toBe('other').context;
  return { pointer, code: codes[rule] ?? 'wrong-form', sentence };
}

type Form = Extract<Key, `form.${string}`> extends `form.${infer Form}` ? Form : never;

/** What a rule's field has to be, as an option of the rule: callers read it when the rule is broken. */
export const toBe = <Name extends Form>(
  name: Name,
  ...[values]: keyof ValuesOf<`form.${Name}`> extends never ? [] : [ValuesOf<`form.${Name}`>]
) => ({ context: sentence('field.form', { form: { key: `form.${name}`, values } }) });
