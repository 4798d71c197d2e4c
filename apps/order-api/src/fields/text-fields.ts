import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  isISO8601,
  isISO31661Alpha2,
  Length,
  Matches,
  ValidateBy,
} from 'class-validator';
import { toBe } from '@app/platform';
import { field, type FieldOptions } from './field.js';

/** The form of every id that callers choose. */
export const idPattern = /^[A-Za-z0-9._:-]{1,64}$/;

/** An id: 1 to 64 letters, digits, dots, underscores, colons and hyphens. */
export const Id = (options: FieldOptions = {}) => pattern(options, idPattern, toBe('id'));

/** A list of ids, none of them twice. */
export const Ids = (
  maxItems: number,
  { minItems = 0, ...options }: FieldOptions & { minItems?: number } = {},
) =>
  field(
    options,
    { type: String, isArray: true, minItems, maxItems, uniqueItems: true },
    IsArray(toBe('list')),
    ArrayMinSize(minItems, toBe('list-of-at-least', { least: minItems })),
    ArrayMaxSize(maxItems, toBe('list-of-at-most', { most: maxItems })),
    ArrayUnique(toBe('list-of-different')),
    Matches(idPattern, { each: true, ...toBe('list-of-ids') }),
  );

/** In a query: some ids in one text, with commas or blanks between them as they are pasted. */
export const IdsInText = (maxItems: number, options: FieldOptions) =>
  field(
    options,
    { type: String },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? [...new Set(value.split(/[\s,;]+/).filter(Boolean))] : value,
    ),
    ArrayMinSize(1, toBe('list-of-at-least', { least: 1 })),
    ArrayMaxSize(maxItems, toBe('list-of-at-most', { most: maxItems })),
    Matches(idPattern, { each: true, ...toBe('ids-in-text') }),
  );

/** The form of every idempotency key. */
export const keyPattern = /^[\x20-\x7e]{1,200}$/;

export const IdempotencyKey = (options: FieldOptions) => pattern(options, keyPattern, toBe('printable'));

/** A number as text, of at most so many digits. */
export const Digits = (maxLength: number, options: FieldOptions) =>
  pattern(options, new RegExp(`^\\d{1,${maxLength}}$`), toBe('digits', { most: maxLength }));

/** ISO 4217, in capitals. */
export const CurrencyCode = (options: FieldOptions = {}) =>
  pattern({ description: 'ISO 4217.', ...options }, /^[A-Z]{3}$/, toBe('currency'));

/** Places with an address and no code in ISO 3166-1: Kosovo, and islands that it reserves a code for (as CLDR has them). */
const beyondIso = ['XK', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA'];
const isCountry = (code: unknown): boolean => isISO31661Alpha2(code) || beyondIso.includes(code as string);

/** ISO 3166-1 alpha-2 or a code in real use beside it, in capitals. */
export const CountryCode = () =>
  field(
    { description: `ISO 3166-1 alpha-2, or one of ${beyondIso.join(', ')}.` },
    { type: String, pattern: '^[A-Z]{2}$' },
    Matches(/^[A-Z]{2}$/, toBe('two-capitals')),
    // A rule without a message loses its context.
    ValidateBy(
      { name: 'isCountry', validator: { validate: isCountry, defaultMessage: () => 'no country' } },
      toBe('country'),
    ),
  );

/** One line of text that says something: control characters and halves of characters are no text. */
export const Text = (maxLength: number, options: FieldOptions = {}) =>
  text(options, maxLength, /^(?=.*\S)[^\p{Cc}\p{Cs}]*$/u);

/** A reference of somebody else's system: whatever it looks like. */
export const Reference = (options: FieldOptions = {}) => Text(200, options);

/** Text of some lines. */
export const Note = (options: FieldOptions & { readonly maxLength?: number } = {}) =>
  text(options, options.maxLength ?? 1000, /^(?=[^]*\S)(?:[^\p{Cc}\p{Cs}]|[\t\r\n])*$/u);

/** A day of the calendar, YYYY-MM-DD. */
export const Day = (options: FieldOptions) => {
  const allowed = toBe('day');
  return field(
    options,
    { type: String, format: 'date' },
    Matches(/^[12]\d{3}-\d\d-\d\d$/, allowed),
    IsISO8601({ strict: true }, allowed),
  );
};

/** A day (its beginning) in UTC or an instant: `2030-01-31` or `2030-01-31T08:30:00Z`; with an offset it is taken over in UTC. */
export const Instant = (options: FieldOptions) => {
  const allowed = toBe('instant');
  return field(
    options,
    { type: String },
    Transform(({ value }: { value: unknown }) => inUtc(value)),
    Matches(/^[12]\d{3}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?Z)?$/, allowed),
    IsISO8601({ strict: true }, allowed),
  );
};

/** A plus sign that a query does not encode arrives as a blank. */
const inUtc = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/T.*[ +-]\d\d:\d\d$/.test(value)) return value;
  const instant = value.replace(' ', '+');
  return isISO8601(instant, { strict: true }) ? new Date(instant).toISOString() : value;
};

/** One word of a fixed list. */
export const OneOf = (words: readonly string[], options: FieldOptions = {}) =>
  field(options, { type: String, enum: [...words] }, IsIn(words, toBe('one-of', { words: { list: words } })));

const pattern = (options: FieldOptions, expression: RegExp, allowed: ReturnType<typeof toBe>) =>
  field(options, { type: String, pattern: expression.source }, Matches(expression, allowed));

const text = (options: FieldOptions, maxLength: number, expression: RegExp) =>
  field(
    options,
    { type: String, minLength: 1, maxLength },
    Length(1, maxLength, toBe('characters', { most: maxLength })),
    Matches(expression, toBe('text')),
  );
