import { randomUUID } from 'node:crypto';
import {
  ANY,
  BACKWARDS,
  binaryEvent,
  DeadlineExceededError,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
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

const event = (type = 'Happened', data: Record<string, unknown> = {}) => jsonEvent({ type, data });
const events = (count: number) => Array.from({ length: count }, (_, n) => event('Happened', { n }));

const revisions = async (options?: Parameters<EventStoreDBClient['readStream']>[1]) => {
  const read: bigint[] = [];
  for await (const resolved of client.readStream(stream, options))
    if (resolved.event) read.push(resolved.event.revision);
  return read;
};

describe('the genuine client appends', () => {
  it('to any stream', async () => {
    const first = await client.appendToStream(stream, event(), { expectedRevision: ANY });
    const second = await client.appendToStream(stream, events(2), { expectedRevision: ANY });
    expect([first.nextExpectedRevision, second.nextExpectedRevision]).toEqual([0n, 2n]);
    expect(second.position?.commit).toBeGreaterThan(first.position?.commit ?? 0n);
  });

  it('to any stream, and is recognised when it repeats itself', async () => {
    const batch = events(2);
    const first = await client.appendToStream(stream, batch, { expectedRevision: ANY });
    expect(await client.appendToStream(stream, batch, { expectedRevision: ANY })).toEqual(first);
    expect(await revisions()).toEqual([0n, 1n]);
  });

  it('only to streams that exist', async () => {
    const append = () => client.appendToStream(stream, event(), { expectedRevision: STREAM_EXISTS });
    await expect(append()).rejects.toMatchObject({
      expectedVersion: STREAM_EXISTS,
      actualVersion: NO_STREAM,
    });
    await client.appendToStream(stream, event(), { expectedRevision: NO_STREAM });
    expect(await append()).toMatchObject({ success: true, nextExpectedRevision: 1n });
  });

  it('behind a revision, and hears of the actual one when it is wrong', async () => {
    await client.appendToStream(stream, events(3), { expectedRevision: NO_STREAM });
    const failure = client.appendToStream(stream, event(), { expectedRevision: 1n });
    await expect(failure).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await expect(failure).rejects.toMatchObject({
      streamName: stream,
      expectedVersion: 1n,
      actualVersion: 2n,
    });
  });

  it('in several messages', async () => {
    await client.appendToStream(stream, events(100), { batchAppendSize: 1_000 });
    expect(await revisions()).toHaveLength(100);
  });

  it('large events, up to the size that EventStoreDB takes', async () => {
    const text = 'x'.repeat(900_000);
    await client.appendToStream(stream, event('Large', { text }));
    for await (const { event: read } of client.readStream(stream)) expect(read?.data).toEqual({ text });
    const tooLarge = client.appendToStream(stream, [event('Large', { text }), event('Large', { text })]);
    await expect(tooLarge).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
    await expect(tooLarge).rejects.toMatchObject({ maxAppendSize: 1024 * 1024 });
  });

  it('nothing after its deadline', async () => {
    const late = client.appendToStream(stream, event(), { deadline: -1 });
    await expect(late).rejects.toBeInstanceOf(DeadlineExceededError);
    await expect(revisions()).rejects.toBeInstanceOf(StreamNotFoundError);
  });
});

describe('the genuine client reads', () => {
  it('a stream forwards and backwards, from a revision, up to a count', async () => {
    await client.appendToStream(stream, events(5));
    expect(await revisions({ fromRevision: 3n })).toEqual([3n, 4n]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: END, maxCount: 2 })).toEqual([4n, 3n]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: 1n })).toEqual([1n, 0n]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: START })).toEqual([0n]);
    await expect(revisions({ direction: FORWARDS, fromRevision: END })).rejects.toBeInstanceOf(UnknownError);
  });

  it('the whole log from a position, with it forwards and without it backwards', async () => {
    const positions = [];
    for (const one of events(3)) positions.push((await client.appendToStream(stream, one)).position);
    const read = async (options: Parameters<EventStoreDBClient['readAll']>[0]) => {
      const found: unknown[] = [];
      for await (const resolved of client.readAll(options)) found.push(resolved.commitPosition);
      return found;
    };
    const [first, second, third] = positions.map((position) => position?.commit);
    expect(await read({ fromPosition: positions[1] })).toEqual([second, third]);
    expect(await read({ fromPosition: positions[2], direction: BACKWARDS, maxCount: 2 })).toEqual([
      second,
      first,
    ]);
    expect(await read({ fromPosition: END, direction: BACKWARDS, maxCount: 1 })).toEqual([third]);
    expect(await read({ fromPosition: END })).toEqual([]);
    expect(await read({ fromPosition: START, direction: BACKWARDS })).toEqual([]);
  });
});

describe('a deleted stream', () => {
  it('is not the same as one whose events are all hidden', async () => {
    await client.appendToStream(stream, events(2));
    await client.setStreamMetadata(stream, { truncateBefore: 2 });
    expect(await revisions()).toEqual([]);
    await client.appendToStream(stream, event(), { expectedRevision: STREAM_EXISTS });
    expect(await revisions()).toEqual([2n]);
  });

  it('does not exist for whoever expects it, and can be deleted again', async () => {
    await client.appendToStream(stream, events(2));
    await client.deleteStream(stream);
    const append = client.appendToStream(stream, event(), { expectedRevision: STREAM_EXISTS });
    await expect(append).rejects.toBeInstanceOf(StreamDeletedError);
    expect((await client.deleteStream(stream)).position).toBeDefined();
  });

  it('is not found, and starts again behind its last revision', async () => {
    await client.appendToStream(stream, events(3));
    const { position } = await client.deleteStream(stream, { expectedRevision: 2n });
    expect(position).toBeDefined();
    await expect(revisions()).rejects.toBeInstanceOf(StreamNotFoundError);
    const again = await client.appendToStream(stream, event(), { expectedRevision: NO_STREAM });
    expect(again.nextExpectedRevision).toBe(3n);
    expect(await revisions()).toEqual([3n]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: END })).toEqual([3n]);
  });

  it('is started again only once, and goes on behind its last revision as well', async () => {
    await client.appendToStream(stream, events(2));
    await client.deleteStream(stream);
    const restart = events(2);
    const first = await client.appendToStream(stream, restart, { expectedRevision: NO_STREAM });
    await expect(
      client.appendToStream(stream, restart, { expectedRevision: NO_STREAM }),
    ).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(await client.appendToStream(stream, restart, { expectedRevision: 1n })).toEqual(first);
    expect(await revisions()).toEqual([2n, 3n]);
  });

  it('must be as its deleter expects', async () => {
    await client.appendToStream(stream, events(2));
    await expect(client.deleteStream(stream, { expectedRevision: 0n })).rejects.toMatchObject({
      streamName: stream,
      expectedVersion: 0n,
      actualVersion: 1n,
    });
    await expect(client.deleteStream(`${stream}-missing`, { expectedRevision: 5n })).rejects.toMatchObject({
      actualVersion: -1n,
    });
    expect(await revisions()).toEqual([0n, 1n]);
  });
});

describe('a tombstoned stream', () => {
  it('can neither be read, nor written, nor deleted', async () => {
    await client.appendToStream(stream, events(2));
    await client.tombstoneStream(stream, { expectedRevision: 1n });
    await expect(revisions()).rejects.toBeInstanceOf(StreamDeletedError);
    for (const expectedRevision of [ANY, NO_STREAM, STREAM_EXISTS, 1n] as const) {
      const append = client.appendToStream(stream, event(), { expectedRevision });
      await expect(append).rejects.toMatchObject({ type: 'stream-deleted', streamName: stream });
    }
    await expect(client.deleteStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.tombstoneStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
  });
});

describe('stream metadata', () => {
  it('can be written and read', async () => {
    expect(await client.getStreamMetadata(stream)).toEqual({ streamName: stream });
    await client.setStreamMetadata(stream, { maxCount: 7, owner: 'ada' });
    expect(await client.getStreamMetadata(stream)).toMatchObject({ metadata: { maxCount: 7, owner: 'ada' } });
  });

  it('limits the count of events that reads give', async () => {
    await client.appendToStream(stream, events(5));
    await client.setStreamMetadata(stream, { maxCount: 2 });
    expect(await revisions()).toEqual([3n, 4n]);
    expect(await revisions({ direction: BACKWARDS, fromRevision: END })).toEqual([4n, 3n]);
    await client.appendToStream(stream, event());
    expect(await revisions()).toEqual([4n, 5n]);
  });

  it('truncates streams', async () => {
    await client.appendToStream(stream, events(5));
    await client.setStreamMetadata(stream, { truncateBefore: 3 });
    expect(await revisions()).toEqual([3n, 4n]);
  });

  it('lets events expire', async () => {
    await client.appendToStream(stream, events(2));
    await client.setStreamMetadata(stream, { maxAge: 3_600 });
    expect(await revisions()).toEqual([0n, 1n]);
    await client.setStreamMetadata(stream, { maxAge: 0 });
    expect(await revisions()).toEqual([0n, 1n]);
    await client.setStreamMetadata(stream, { maxAge: 1 });
    await until('they have expired', async () => (await revisions()).length === 0);
    await client.appendToStream(stream, event());
    expect(await revisions()).toEqual([2n]);
  });

  it.each([
    ['no number', { $tb: 1, $maxCount: 'many' }],
    ['a fraction', { $tb: 1.5 }],
    ['null', { $tb: 1, $maxAge: null }],
    ['more than a server counts', { $tb: 2 ** 63 }],
    ['an $acl that is none', { $tb: 1, $acl: '$systemStreamAcl' }],
    ['less than one', { $maxCount: 0 }],
  ])('is ignored as a whole where something in it is %s', async (_, metadata) => {
    await client.appendToStream(stream, events(2));
    await client.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data: metadata }));
    expect(await revisions()).toEqual([0n, 1n]);
  });

  it('is ignored where it is not said to be JSON', async () => {
    await client.appendToStream(stream, events(2));
    const data = Buffer.from('{"$tb":1}');
    await client.appendToStream(`$$${stream}`, binaryEvent({ type: '$metadata', data }));
    expect(await revisions()).toEqual([0n, 1n]);
  });

  it('is kept in its newest version only', async () => {
    for (const maxCount of [3, 2]) await client.setStreamMetadata(stream, { maxCount });
    stream = `$$${stream}`;
    expect(await revisions()).toEqual([1n]);
  });

  it('cannot be read or set any more once the stream is tombstoned', async () => {
    await client.appendToStream(stream, event());
    await client.setStreamMetadata(stream, { maxCount: 1 });
    await client.tombstoneStream(stream);
    await expect(client.getStreamMetadata(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.setStreamMetadata(stream, {})).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('of a deleted stream leaves its events hidden, and starts it again', async () => {
    await client.appendToStream(stream, events(2));
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { owner: 'ada' });
    expect(await revisions()).toEqual([]);
    expect(await client.getStreamMetadata(stream)).toMatchObject({
      metadata: { owner: 'ada', truncateBefore: 2 },
    });
  });
});
