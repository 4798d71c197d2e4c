import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreDbEventStore, type Position } from '@app/event-store';
import { describeEventStore } from '../../libs/event-store/src/testing/event-store.contract.js';
import { collect, follow, idsOf, jsonEvents } from '../../libs/event-store/src/testing/events.js';
import { operatorAt, type StreamOperator } from '../../libs/event-store/src/testing/stream-operator.js';
import { describeSubscriptions } from '../../libs/event-store/src/testing/subscription.contract.js';
import { EventStoreProcess } from './event-store-process.js';

/** A real EventStoreDB, where the environment names one. */
const real = /^(esdb|kurrentdb)/.test(process.env.EVENT_STORE ?? '') ? process.env.EVENT_STORE : undefined;

let server: EventStoreProcess;
let store: EventStoreDbEventStore;
let operator: StreamOperator;
let realStore: EventStoreDbEventStore;
let realOperator: StreamOperator;
beforeAll(async () => {
  server = await EventStoreProcess.start();
  store = new EventStoreDbEventStore(server.address);
  operator = operatorAt(server.address);
  if (real === undefined) return;
  realStore = new EventStoreDbEventStore(real);
  realOperator = operatorAt(real);
});
afterAll(async () => {
  await operator.close();
  await store.close();
  await server.remove();
  if (real === undefined) return;
  await realOperator.close();
  await realStore.close();
});

const served = 'The client of EventStoreDB on a served event store';
describeEventStore(
  served,
  () => store,
  () => operator,
);
describeSubscriptions(
  served,
  () => store,
  () => operator,
);

if (real !== undefined) {
  describeEventStore(
    'A real EventStoreDB',
    () => realStore,
    () => realOperator,
  );
  describeSubscriptions(
    'A real EventStoreDB',
    () => realStore,
    () => realOperator,
  );
}

describe('a filtered subscription', () => {
  /** Events of no interest, around the number after which the server reports its position. */
  const gaps = [0, 1, 498, 499, 500, 501, 999];
  /** The server looks at 10,000 rows at once. */
  const longGap = 10_001;

  it('skips and repeats nothing when it is restarted 1,000 times around its checkpoints', async () => {
    const written: string[] = [];
    const append = async (stream: string, count: number) => {
      const events = jsonEvents(count);
      if (count > 0) await server.log.append(stream, 'no-stream', events);
      return idsOf(events);
    };
    const addGap = (count: number) => append(`gap-${crypto.randomUUID()}`, count);
    const addWanted = async (count: number) => {
      written.push(...(await append(`wanted-${crypto.randomUUID()}`, count)));
    };
    const seen: string[] = [];
    let after: Position | undefined;
    for (let restarts = 0; restarts < 1_000; restarts++) {
      // Three events, and so close behind them the position that some are still to be handed over when it is reported.
      if (restarts % 4 === 0) {
        await addWanted(3);
        await addGap(restarts % 500 === 0 ? longGap : gaps[(restarts / 4) % gaps.length]!);
      }
      let left = 1 + (restarts % 2);
      const { events, batches } = await follow(
        store,
        { after, streamPrefixes: ['wanted-'], maxBatch: 1 + (restarts % 3) },
        (_, { caughtUp }) => --left === 0 || caughtUp,
      );
      seen.push(...idsOf(events));
      after = batches.at(-1)!.position;
    }
    const { events } = await follow(
      store,
      { after, streamPrefixes: ['wanted-'] },
      ({ length }) => seen.length + length >= written.length,
    );
    expect([...seen, ...idsOf(events)]).toEqual(written);
    expect(idsOf(await collect(server.log.readAll({ streamPrefixes: ['wanted-'] })))).toEqual(written);
  });
});
