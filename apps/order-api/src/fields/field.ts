import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** What a field is for, and whether it may be left out, or be null. */
export interface FieldOptions {
  readonly description?: string;
  readonly optional?: true;
  readonly nullable?: true;
}

/** A field of a body or a query: its rules and their description for callers, together. */
export const field = (
  { description, optional, nullable }: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...schema, description, nullable, required: optional === undefined } as ApiPropertyOptions),
    ...(nullable === undefined ? [] : [ValidateIf((_, value) => value !== null)]),
    ...(optional === undefined ? [] : [ValidateIf((_, value) => value !== undefined)]),
    ...rules,
  );
