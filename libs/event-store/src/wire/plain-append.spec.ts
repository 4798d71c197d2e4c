import { randomUUID } from 'node:crypto';
import {
  EventStoreDBClient,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type TestNode, testNode } from '../testing/test-node.js';

let test: TestNode;
let client: EventStoreDBClient;
beforeAll(async () => {
  test = await testNode();
  client = EventStoreDBClient.connectionString(`${test.node.connectionString}&throwOnAppendFailure=false`);
});
afterAll(async () => {
  await client.dispose();
  await test.close();
});

let stream: string;
beforeEach(() => {
  stream = `test-${randomUUID()}`;
});

/** With credentials of its own a call cannot share the batch: the client falls back to the plain append. */
const plain = { credentials: { username: 'admin', password: 'changeit' } };
const event = (text = '') => jsonEvent({ type: 'Happened', data: { text } });

it('answers an append with revision and position', async () => {
  const answer = await client.appendToStream(stream, [event(), event()], {
    ...plain,
    expectedRevision: NO_STREAM,
  });
  expect(answer).toMatchObject({ success: true, nextExpectedRevision: 1n });
  expect(answer.position).toEqual(await test.store.lastPosition());
});

it('answers a wrong expectation with the actual revision', async () => {
  const missing = await client.appendToStream(stream, event(), { ...plain, expectedRevision: STREAM_EXISTS });
  expect(missing).toEqual({ success: false, nextExpectedRevision: -1n, position: undefined });
  await client.appendToStream(stream, [event(), event(), event()], plain);
  for (const expectedRevision of [0n, NO_STREAM] as const) {
    const late = await client.appendToStream(stream, event(), { ...plain, expectedRevision });
    expect(late).toEqual({ success: false, nextExpectedRevision: 2n, position: undefined });
  }
});

it('refuses a stream that has ended', async () => {
  await client.appendToStream(stream, event(), plain);
  await client.tombstoneStream(stream);
  await expect(client.appendToStream(stream, event(), plain)).rejects.toBeInstanceOf(StreamDeletedError);
});

it('refuses what is too large', async () => {
  const large = client.appendToStream(stream, event('x'.repeat(1_100_000)), plain);
  await expect(large).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
  expect((await test.store.viewStream(stream)).state).toBe('missing');
});
