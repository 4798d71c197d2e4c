import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** What a field is for, and whether it may be left out. A field that is there is never null. */
export interface FieldOptions {
  readonly description?: string;
  readonly optional?: true;
}

/** A field of a body or a query: its rules and their description for callers, together. */
export const field = (
  { description, optional }: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ ...schema, description, required: optional === undefined } as ApiPropertyOptions),
    ...(optional === undefined ? [] : [ValidateIf((_, value) => value !== undefined)]),
    ...rules,
  );
