import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { typeSchema } from '../../../event-store/src/testing/event-schemas.js';
import { shapes } from './version.js';

it('has rows of its own shape: where they change, write their new shape behind the others', () => {
  const schema = typeSchema('libs/read-models/src/testing/stored-rows.ts', 'StoredRows');
  // A further word in a field changes no row that is there.
  const fields = JSON.stringify(schema, (key, value: unknown) => (key === 'enum' ? undefined : value));
  const shape = createHash('sha256').update(fields).digest('base64url').slice(0, 12);
  expect(shapes.at(-1)).toBe(shape);
});
