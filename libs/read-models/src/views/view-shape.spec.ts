import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { typeSchema } from '../../../event-store/src/testing/event-schemas.js';

const folder = new URL('../../migrations/', import.meta.url);

it('is that of the stored views, or a migration has them folded anew', async () => {
  const schema = typeSchema('libs/read-models/src/views/order-view.ts', 'OrderView');
  // A further word in a field changes no view that is there.
  const fields = JSON.stringify(schema, (key, value: unknown) => (key === 'enum' ? undefined : value));
  const shape = createHash('sha256').update(fields).digest('base64url').slice(0, 12);
  const migrations = (await readdir(folder)).sort().reverse();
  const texts = await Promise.all(migrations.map((name) => readFile(new URL(name, folder), 'utf8')));
  const newest = texts.find((text) => text.includes('truncate order_details'));
  // A view of another shape cannot be folded on: empty the read models in a new migration, with this line.
  expect(newest).toContain(`-- Shape of the views: ${shape}`);
});
