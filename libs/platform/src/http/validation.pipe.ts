import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { shapeError } from './body-shape.js';
import { fieldErrors } from './field-errors.js';
import { type FieldError, ProblemError } from './problem.js';

/** Most places that one answer names. */
const maxErrors = 50;

/**
 * Holds bodies and queries against the rules of their classes. Nothing is converted: a body is handed on as
 * the caller's own JSON, so that what is not set stays absent; a query with what its class makes of its texts.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    const whole = metatype !== undefined && data === undefined;
    if (!whole || (type !== 'body' && type !== 'query')) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given))
      throw invalid(type, [{ pointer: '', code: 'wrong-type', detail: 'The body has to be a JSON object.' }]);
    const shape = shapeError(given);
    if (shape !== undefined) throw invalid(type, [shape]);

    const instance = plainToInstance(metatype as new () => object, given);
    const errors = validateSync(instance, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: false },
    });
    if (errors.length > 0) throw invalid(type, fieldErrors(errors));
    return type === 'body' ? given : instance;
  }
}

/** A body that is wrong in its contents is a 422 (RFC 9110, 15.5.21); an address that is wrong a 400. */
function invalid(type: 'body' | 'query', errors: readonly FieldError[]): ProblemError {
  const [status, code] = type === 'body' ? [422, 'invalid-body'] : [400, 'invalid-query'];
  const more = errors.length > 1 ? ` And ${errors.length - 1} more, see \`errors\`.` : '';
  const { pointer, detail } = errors[0]!;
  return new ProblemError(status, code, `Wrong at "${pointer}": ${detail}${more}`, {
    errors: errors.slice(0, maxErrors),
  });
}
