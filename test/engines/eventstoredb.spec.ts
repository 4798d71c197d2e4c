import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventStore, openEventStoreDb, type Position, PrefixedEventStore } from '@app/event-store';
import {
  collect,
  collectFollowed,
  describeEventStore,
  describeSubscriptions,
  idsOf,
  jsonEvents,
  operatorAt,
  type StreamOperator,
} from '@app/event-store/testing';
import { type TestedEventStore, testedEventStore } from './tested-event-store.js';

let server: TestedEventStore;
let store: EventStore;
let operator: StreamOperator;
beforeAll(async () => {
  server = await testedEventStore();
  const { EVENT_STORE_PREFIX = 'orders-test-' } = process.env;
  const prefix = `${EVENT_STORE_PREFIX}${randomUUID().slice(0, 8)}-`;
  store = new PrefixedEventStore(await openEventStoreDb(server.address), prefix);
  operator = operatorAt(server.address, prefix);
});
afterAll(async () => {
  await operator.close();
  await store.close();
  await server.remove();
});

for (const describeContract of [describeEventStore, describeSubscriptions])
  describeContract(
    'EventStoreDB',
    () => store,
    () => operator,
  );

describe('a filtered subscription', () => {
  /** Long enough for every gap; `RESTARTS` takes another number. */
  const restarts = Number(process.env.RESTARTS ?? 200);
  /** Events of no interest, around the number after which the server reports its position. */
  const gaps = [0, 1, 498, 499, 500, 501, 999];
  /** The served event store looks at 10,000 rows at once. */
  const longGap = 10_001;
  /** A server takes 1 MB at once. */
  const mostAtOnce = 2_000;

  it('skips and repeats nothing when it is restarted again and again around its checkpoints', async () => {
    const written: string[] = [];
    const append = async (stream: string, count: number) => {
      const ids: string[] = [];
      while (ids.length < count) {
        const events = jsonEvents(Math.min(mostAtOnce, count - ids.length));
        await store.append(stream, ids.length === 0 ? 'no-stream' : ids.length - 1, events);
        ids.push(...idsOf(events));
      }
      return ids;
    };
    const addGap = (count: number) => append(`gap-${crypto.randomUUID()}`, count);
    const addWanted = async (count: number) => {
      written.push(...(await append(`wanted-${crypto.randomUUID()}`, count)));
    };
    const seen: string[] = [];
    let after: Position | undefined = await store.lastPosition();
    for (let restart = 0; restart < restarts; restart++) {
      // Three events, and so close behind them the position that some are still to be handed over when it is reported.
      if (restart % 4 === 0) {
        await addWanted(3);
        await addGap(restart % 100 === 0 ? longGap : gaps[(restart / 4) % gaps.length]!);
      }
      let left = 1 + (restart % 2);
      const { events, batches } = await collectFollowed(
        store,
        { after, streamPrefixes: ['wanted-'], maxBatch: 1 + (restart % 3) },
        (_, { caughtUp }) => --left === 0 || caughtUp,
      );
      seen.push(...idsOf(events));
      after = batches.at(-1)!.position;
    }
    const { events } = await collectFollowed(
      store,
      { after, streamPrefixes: ['wanted-'] },
      ({ length }) => seen.length + length >= written.length,
    );
    expect([...seen, ...idsOf(events)]).toEqual(written);
    expect(idsOf(await collect(store.readAll({ streamPrefixes: ['wanted-'] })))).toEqual(written);
  });
});
