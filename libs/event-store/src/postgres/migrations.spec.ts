import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { testDatabase } from '@app/database/testing';
import { collect, jsonEvents } from '../testing/events.js';
import { PostgresEventStore } from './postgres-event-store.js';

it('leaves deleted what was deleted before deletions were written as EventStoreDB writes them', async () => {
  const database = await testDatabase();
  const store = new PostgresEventStore(database.pool);
  for (const stream of ['deleted', 'truncated', 'kept'])
    await store.append(stream, 'no-stream', jsonEvents(3));
  const settings = (before: number) => [{ ...jsonEvents(1)[0]!, data: Buffer.from(`{"$tb": ${before}}`) }];
  await store.append('$$deleted', 'no-stream', settings(3));
  await store.append('$$truncated', 'no-stream', settings(2));
  const migration = await readFile('libs/event-store/migrations/107_delete_stream.sql', 'utf8');
  await database.pool.query(migration.slice(migration.indexOf('do $body$')));
  const states = ['deleted', 'truncated', 'kept'].map(
    async (stream) => (await store.viewStream(stream)).state,
  );
  expect(await Promise.all(states)).toEqual(['missing', 'present', 'present']);
  await store.append('deleted', 'no-stream', jsonEvents(1));
  const revisions = (await collect(store.readStream('deleted'))).map(({ revision }) => revision);
  expect(revisions).toEqual([3]);
  await store.close();
  await database.drop();
});
