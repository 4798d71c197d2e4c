import { type Type as Class } from '@nestjs/common';
import { type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { toBe } from '@app/platform';
import { field, type FieldOptions } from './field.js';

/** Most entries of any list in a body. */
const maxEntries = 200;

/** Minor units of a currency, not below zero. */
export const Amount = (options: FieldOptions = {}) =>
  whole({ description: 'In minor units.', ...options }, 0, Number.MAX_SAFE_INTEGER);

/** A number of units, at least 1. */
export const Quantity = (options: FieldOptions = {}) => whole(options, 1, 1_000_000);

/** A part of something, above nothing. */
export const BasisPoints = (options: FieldOptions = {}) =>
  whole({ description: 'Hundredths of a percent.', ...options }, 1, 10_000);

/** How many of the unit that the field's name says. */
export const Count = (options: FieldOptions = {}) => whole(options, 0, 1_000_000);

/** A list of short texts. */
export const Texts = (maxItems: number, options: FieldOptions = {}) =>
  field(
    options,
    { type: String, isArray: true, maxItems },
    IsArray(toBe('list')),
    ArrayMaxSize(maxItems, toBe('list-of-at-most', { most: maxItems })),
    Length(1, 64, { each: true, ...toBe('texts') }),
    Matches(/^[^\p{Cc}\p{Cs}]*$/u, { each: true, ...toBe('texts') }),
  );

/** A list of whole numbers. */
export const Numbers = (maxItems: number, options: FieldOptions = {}) =>
  field(
    options,
    { type: 'integer', isArray: true, maxItems } as ApiPropertyOptions,
    IsArray(toBe('list')),
    ArrayMaxSize(maxItems, toBe('list-of-at-most', { most: maxItems })),
    IsInt({ each: true, ...toBe('whole-numbers') }),
  );
/** How good something was, from 1 (bad) to 5 (good). */
export const Score = () => whole({ description: 'From 1 (bad) to 5 (good).' }, 1, 5);

export const Flag = (options: FieldOptions) => field(options, { type: Boolean }, IsBoolean(toBe('boolean')));

// Swagger tells a type that is to be resolved later by its function's name, which has to be `type`.

/** An object with rules of its own. */
export const Nested = (of: () => Class, options: FieldOptions = {}) =>
  field(options, { type: () => of() }, IsObject(toBe('object')), ValidateNested(), Type(of));

/** An object whose rules depend on something else. */
export const AnObject = (options: FieldOptions) => field(options, { type: Object }, IsObject(toBe('object')));

/** A list of objects with rules of their own. */
export const ListOf = (
  of: () => Class,
  { minItems = 0, ...options }: FieldOptions & { minItems?: number } = {},
) =>
  field(
    options,
    { type: () => of(), isArray: true, minItems, maxItems: maxEntries },
    IsArray(toBe('list')),
    ArrayMinSize(minItems, toBe('list-of-at-least', { least: minItems })),
    ArrayMaxSize(maxEntries, toBe('list-of-at-most', { most: maxEntries })),
    IsObject({ each: true, ...toBe('objects') }),
    ValidateNested({ each: true, ...toBe('object') }),
    Type(of),
  );

const link = { protocols: ['https'], require_protocol: true };

/** A link (https). */
export const Link = (options: FieldOptions) =>
  field(
    options,
    { type: String, format: 'uri', maxLength: 2048 },
    MaxLength(2048, toBe('link')),
    IsUrl(link, toBe('link')),
  );

/** Links (https). */
export const Links = (maxItems: number, options: FieldOptions) =>
  field(
    options,
    { type: String, isArray: true, maxItems },
    IsArray(toBe('list')),
    ArrayMaxSize(maxItems, toBe('list-of-at-most', { most: maxItems })),
    MaxLength(2048, { each: true, ...toBe('links') }),
    IsUrl(link, { each: true, ...toBe('links') }),
  );

/** Size of a page, in a query: the text is read as a number. */
export const PageSize = () =>
  field(
    { optional: true, description: 'Most entries of the page.' },
    { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
    ),
    IsInt(toBe('whole-number')),
    Min(1, toBe('at-least', { least: 1 })),
    Max(100, toBe('at-most', { most: 100 })),
  );

const whole = (options: FieldOptions, minimum: number, maximum: number) =>
  field(
    options,
    { type: 'integer', minimum, maximum },
    IsInt(toBe('whole-number')),
    Min(minimum, toBe('at-least', { least: minimum })),
    Max(maximum, toBe('at-most', { most: maximum })),
  );
