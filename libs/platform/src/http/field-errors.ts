import { type ValidationError } from 'class-validator';
import { pointerTo } from './body-shape.js';
import { type FieldError } from './problem.js';

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
export function fieldErrors(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const pointer = `${parent}${pointerTo(property)}`;
    const broken = Object.keys(constraints);
    const rule = Object.keys(codes).find((known) => broken.includes(known)) ?? broken[0];
    const own = rule === undefined ? [] : [fieldError(pointer, rule, constraints[rule]!, value)];
    return [...own, ...fieldErrors(children, pointer)];
  });
}

function fieldError(pointer: string, rule: string, detail: string, value: unknown): FieldError {
  if (rule === 'whitelistValidation')
    return { pointer, code: 'unknown-field', detail: 'There is no such field.' };
  if (value === undefined) return { pointer, code: 'required', detail: 'This field is required.' };
  return { pointer, code: codes[rule] ?? 'wrong-form', detail };
}
