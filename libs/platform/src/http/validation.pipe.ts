import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { shapeError } from './body-shape.js';
import { fieldErrors, toBe } from './field-errors.js';
import { invalid, type WrongField } from './problem.js';

/** What becomes of fields that the class does not know: a mistake of our callers, or other people's own affair. */
type UnknownFields = 'refused' | 'left-out';

/**
 * Holds bodies and queries against the rules of their classes. A body is handed on as the caller's own JSON, so
 * that what is not set stays absent, or without what is unknown where that is left out. A query is handed on as its class converts its texts.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  constructor(private readonly unknownFields: UnknownFields = 'refused') {}

  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    const whole = metatype !== undefined && data === undefined;
    if (!whole || (type !== 'body' && type !== 'query')) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given))
      throw invalid(type, [{ pointer: '', code: 'wrong-type', sentence: toBe('json-object').context }]);
    const shape = shapeError(given);
    if (shape !== undefined) throw invalid(type, [shape]);

    const instance = plainToInstance(metatype as new () => object, given);
    const errors = validateSync(instance, {
      whitelist: true,
      forbidNonWhitelisted: this.unknownFields === 'refused',
      forbidUnknownValues: false,
      validationError: { target: false },
    });
    if (errors.length > 0) {
      const wrong = fieldErrors(errors);
      throw invalid(type, type === 'body' ? wrong : wrong.map((error) => orRepeated(error, given)));
    }
    if (type === 'query') return instance;
    return this.unknownFields === 'refused' ? given : (JSON.parse(JSON.stringify(instance)) as object);
  }
}

/** The same, told that it is repeated where that is what is wrong with a known parameter. */
const orRepeated = (error: WrongField, query: object): WrongField =>
  error.code !== 'unknown-field' &&
  Array.isArray((query as Readonly<Record<string, unknown>>)[error.pointer.slice(1)])
    ? { ...error, sentence: { key: 'field.repeated' } }
    : error;
