import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isBehind, type Position } from '../position.js';
import { appendNext, collectFollowed, idsOf, jsonEvent, jsonEvents } from '../testing/events.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

describe('EventStoreDbEventStore on a log that was empty', () => {
  let test: TestNode;
  let store: EventStoreDbEventStore;
  beforeEach(async () => {
    test = await testNode();
    store = new EventStoreDbEventStore(test.node.connectionString);
  });
  afterEach(async () => {
    await store.close();
    await test.close();
  });

  it('gives the first events to who waited for them', async () => {
    const events = jsonEvents(3);
    let writing: Promise<unknown> | undefined;
    const given = await collectFollowed(store, { streamPrefixes: ['order-'] }, ({ length }, { caughtUp }) => {
      if (caughtUp) writing ??= appendNext(store, 'order-1', events);
      return length === 3;
    });
    await writing;
    expect(idsOf(given.events)).toEqual(idsOf(events));
    expect(given.batches.at(-1)?.position).toEqual(given.events.at(-1)?.position);
  });

  it('moves on over what others write, though the server tells no place below "nothing yet"', async () => {
    let passed: Position | undefined;
    let writing: Promise<unknown> | undefined;
    const write = async () => {
      await appendNext(store, 'order-1', [jsonEvent()]);
      passed = await appendNext(store, 'foreign-1', jsonEvents(1_000));
      await appendNext(store, 'foreign-2', jsonEvents(1_000));
    };
    const { events } = await collectFollowed(
      store,
      { streamPrefixes: ['order-'] },
      (_, { position, caughtUp }) => {
        if (caughtUp) writing ??= write();
        return passed !== undefined && isBehind(position!, passed);
      },
    );
    await writing;
    expect(events).toHaveLength(1);
  });
});
