import { randomUUID } from 'node:crypto';
import {
  ANY,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestNode, testNode } from '../testing/test-node.js';

let test: TestNode;
let client: EventStoreDBClient;
beforeAll(async () => {
  test = await testNode();
  client = EventStoreDBClient.connectionString(test.node.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await test.close();
});

let stream: string;
beforeEach(() => {
  stream = `test-${randomUUID()}`;
});

const events = (count: number) =>
  Array.from({ length: count }, () => jsonEvent({ type: 'Happened', data: {} }));
const length = async () => {
  let count = 0;
  for await (const _ of client.readStream(stream)) count++;
  return count;
};

describe('an append that is repeated', () => {
  it.each([ANY, STREAM_EXISTS, NO_STREAM] as const)(
    'with %s after others wrote is not written again',
    async (again) => {
      const own = events(3);
      const first = await client.appendToStream(stream, own);
      await client.appendToStream(stream, events(2));
      expect(await client.appendToStream(stream, own, { expectedRevision: again })).toEqual(first);
      expect(await length()).toBe(5);
    },
  );

  it('in part is recognised by the part', async () => {
    const own = events(3);
    await client.appendToStream(stream, own);
    expect(await client.appendToStream(stream, own.slice(1, 2))).toMatchObject({ nextExpectedRevision: 1n });
    expect(await length()).toBe(3);
  });

  it('with more than it had is a conflict', async () => {
    const own = events(2);
    await client.appendToStream(stream, own);
    const more = client.appendToStream(stream, [...own, ...events(1)]);
    await expect(more).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(more).rejects.toMatchObject({ expectedVersion: ANY, actualVersion: 1n });
  });

  it('many times at once is written once', async () => {
    const own = events(2);
    await Promise.all(Array.from({ length: 20 }, () => client.appendToStream(stream, own)));
    expect(await length()).toBe(2);
  });

  it('after a deletion is recognised, and has no position any more', async () => {
    const own = events(2);
    await client.appendToStream(stream, own);
    await client.deleteStream(stream);
    const again = await client.appendToStream(stream, own, { expectedRevision: NO_STREAM });
    expect(again).toEqual({ success: true, nextExpectedRevision: 1n, position: undefined });
  });
});

it('writes many appends to one stream in a few commits', async () => {
  const written = await Promise.all(
    Array.from({ length: 1_000 }, () => client.appendToStream(stream, events(1))),
  );
  expect(written.map(({ nextExpectedRevision }) => nextExpectedRevision)).toEqual(
    written.map((_, revision) => BigInt(revision)),
  );
}, 20_000);

it('gives an append without events a position that no event has', async () => {
  const [one, two] = [await client.appendToStream(stream, []), await client.appendToStream(stream, [])];
  const event = await client.appendToStream(stream, events(1), { expectedRevision: NO_STREAM });
  const positions = [one, two, event].map(({ position }) => position?.commit ?? 0n);
  expect(positions).toEqual([positions[0], positions[0]! + 1n, positions[0]! + 2n]);
  expect(await length()).toBe(1);
});

it('refuses a stream without a name but for the mark of metadata', async () => {
  await expect(client.appendToStream('$$', events(1))).rejects.toThrow();
  expect(await client.appendToStream(stream, events(1))).toMatchObject({ success: true });
});

it('keeps names with a NUL, also for those who ask for their beginning', async () => {
  stream = `${stream}\0odd`;
  await client.appendToStream(stream, events(2));
  expect(await length()).toBe(2);
  const seen: unknown[] = [];
  for await (const event of test.store.readAll({ streamPrefixes: [stream] })) seen.push(event.stream);
  expect(seen).toEqual([stream, stream]);
});
