import { randomUUID } from 'node:crypto';
import {
  type AllStreamSubscription,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  type Filter,
  jsonEvent,
  StreamDeletedError,
  streamNameFilter,
  type StreamSubscription,
  UnknownError,
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

const event = (type = 'Happened') => jsonEvent({ type, data: {} });
const events = (count: number) => Array.from({ length: count }, () => event());

describe('the genuine client subscribes', () => {
  it('to a stream from a revision, and stays', async () => {
    await client.appendToStream(stream, events(3));
    const subscription = client.subscribeToStream(stream, { fromRevision: 0n });
    subscription.once('caughtUp', () => void client.appendToStream(stream, events(2)));
    const seen = await take(subscription, 4);
    expect(seen.map((resolved) => resolved.event?.revision)).toEqual([1n, 2n, 3n, 4n]);
  });

  it('to a stream from its end, and to one that does not exist yet', async () => {
    await client.appendToStream(stream, events(3));
    const fromEnd = client.subscribeToStream(stream, { fromRevision: END });
    const toCome = client.subscribeToStream(`${stream}-to-come`);
    fromEnd.once('caughtUp', () => void client.appendToStream(stream, event()));
    toCome.once('caughtUp', () => void client.appendToStream(`${stream}-to-come`, event()));
    const [first, second] = await Promise.all([take(fromEnd, 1), take(toCome, 1)]);
    expect([first[0]?.event?.revision, second[0]?.event?.revision]).toEqual([3n, 0n]);
  });

  it('to the whole log from its end', async () => {
    await client.appendToStream(stream, events(3));
    const subscription = client.subscribeToAll({ fromPosition: END });
    const fresh = event();
    subscription.once('caughtUp', () => void client.appendToStream(stream, fresh));
    const [seen] = await take(subscription, 1);
    expect(seen?.event?.id).toBe(fresh.id);
  });

  const filters: [string, () => Filter][] = [
    ['a prefix of the stream', () => streamNameFilter({ prefixes: [`${stream}-b`] })],
    ['several prefixes of the stream', () => streamNameFilter({ prefixes: ['nothing-', `${stream}-b`] })],
    ['a regular expression on the stream', () => streamNameFilter({ regex: `^${stream}-[bc]$` })],
  ];
  it.each(filters)('to the whole log with %s', async (_, filter) => {
    await client.appendToStream(`${stream}-a`, event());
    await client.appendToStream(`${stream}-b`, events(2));
    const seen = await take(client.subscribeToAll({ filter: filter() }), 2);
    expect(seen.map((resolved) => resolved.event?.streamId)).toEqual([`${stream}-b`, `${stream}-b`]);
  });

  it.each([
    ['a prefix of the type', (type: string) => eventTypeFilter({ prefixes: [type] })],
    ['a regular expression on the type', (type: string) => eventTypeFilter({ regex: `^${type}Down$` })],
  ])('to the whole log with %s', async (_, filter) => {
    const type = `Shut${randomUUID()}`;
    await client.appendToStream(stream, [event('Opened'), event(`${type}Down`)]);
    const [seen] = await take(client.subscribeToAll({ filter: filter(type) }), 1);
    expect(seen?.event?.type).toBe(`${type}Down`);
  });

  it('and hears where it is, however little is for it', async () => {
    const { position } = await client.appendToStream(stream, events(250));
    const checkpoints: bigint[] = [];
    await new Promise<void>((resolve) => {
      const filter = streamNameFilter({
        prefixes: ['nothing-'],
        maxSearchWindow: 10,
        checkpointInterval: 2,
        checkpointReached: (subscription, { commit }) => {
          checkpoints.push(commit);
          if (commit > (position?.commit ?? 0n) - 40n) resolve(subscription.unsubscribe());
        },
      });
      client.subscribeToAll({ filter }).on('error', () => {});
    });
    expect(checkpoints.at(-1)).toBeLessThanOrEqual(position?.commit ?? 0n);
  });

  it('and is told that its regular expression is none', async () => {
    const subscription = client.subscribeToAll({ filter: streamNameFilter({ regex: '(' }) });
    await expect(take(subscription, 1)).rejects.toBeInstanceOf(UnknownError);
  });

  it('to no stream that has been tombstoned, and hears when one is', async () => {
    await client.appendToStream(stream, event());
    const subscription = client.subscribeToStream(stream);
    subscription.once('caughtUp', () => void client.tombstoneStream(stream));
    await expect(take(subscription, 3)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(take(client.subscribeToStream(stream), 1)).rejects.toBeInstanceOf(StreamDeletedError);
  });
});

/** The first events of a subscription, which then ends. */
async function take<E>(
  subscription: (StreamSubscription | AllStreamSubscription) & AsyncIterable<E>,
  count: number,
): Promise<E[]> {
  const seen: E[] = [];
  for await (const resolved of subscription) {
    seen.push(resolved);
    if (seen.length === count) break;
  }
  await subscription.unsubscribe();
  return seen;
}
