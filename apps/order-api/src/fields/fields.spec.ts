import { expect, it } from '@jest/globals';
import { type ProblemError, ValidationPipe } from '@app/platform';
import { english } from '@app/words';
import { CountryCode } from './text-fields.js';
import { ListOf } from './value-fields.js';

class Line {
  @CountryCode()
  country: string;
}

class Shipment {
  @ListOf(() => Line)
  lines: Line[];
}

const errorsOf = (body: unknown) => {
  try {
    new ValidationPipe().transform(body, { type: 'body', metatype: Shipment });
    return undefined;
  } catch (error) {
    return (error as ProblemError).toProblem('/', english).errors;
  }
};

it.each([
  ['UK', 'It has to be the code of a country.'],
  ['Uk', 'It has to be two capital letters.'],
])('a country is not %j: %s', (country, detail) => {
  expect(errorsOf({ lines: [{ country: 'ID' }, { country }] })).toEqual([
    { pointer: '/lines/1/country', code: 'wrong-form', detail },
  ]);
});

it.each([1, 'line'])('an item of a list of objects is an object, not %j', (item) => {
  expect(errorsOf({ lines: [item] })).toContainEqual({
    pointer: '/lines/0',
    code: 'wrong-type',
    detail: 'It has to be an object.',
  });
});
