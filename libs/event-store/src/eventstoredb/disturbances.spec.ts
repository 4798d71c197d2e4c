import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import { EventStoreUnavailable } from '../event-store.port.js';
import { collect, collectFollowed, idsOf, jsonEvent, jsonEvents, newPrefix } from '../testing/events.js';
import { type TcpProxy, tcpProxy } from '../testing/tcp-proxy.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

/** Of a call that shall be in vain, for there the silence is the test; the others have the time of the product. */
const IN_VAIN_MS = 300;

describe('EventStoreDbEventStore on a bad connection', () => {
  let test: TestNode;
  beforeAll(async () => {
    test = await testNode();
  });
  afterAll(() => test.close());

  let proxy: TcpProxy;
  let store: EventStoreDbEventStore;
  let prefix: string;
  let stream: string;
  const open = (timeoutMs?: number) =>
    new EventStoreDbEventStore(`esdb://127.0.0.1:${proxy.port}?tls=false`, timeoutMs);
  beforeEach(async () => {
    proxy = await tcpProxy(test.node.port);
    store = open();
    prefix = newPrefix();
    stream = `${prefix}1`;
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
  });

  const isBack = () =>
    store.lastPosition().then(
      () => true,
      () => false,
    );
  /** The next calls wait for their answers only shortly. */
  const giveUpSoon = async () => {
    await store.close();
    store = open(IN_VAIN_MS);
    await until('it is connected', isBack);
  };
  const written = async () => (await collect(test.store.readStream(stream))).length;

  it('writes an append once whose answer was lost', async () => {
    await store.append(stream, 'no-stream', [jsonEvent()]);
    proxy.muteServer();
    const appending = store.append(stream, 0, jsonEvents(2));
    await until('it is written', async () => (await written()) === 3);
    proxy.cut();
    expect(await appending).toEqual({
      kind: 'appended',
      revision: 2,
      position: await test.store.lastPosition(),
    });
    expect(await written()).toBe(3);
  });

  it('recovers from an append that is never answered, with the same client', async () => {
    await store.append(stream, 'no-stream', [jsonEvent()]);
    await giveUpSoon();
    proxy.muteServer();
    await expect(store.append(stream, 0, [jsonEvent()])).rejects.toBeInstanceOf(EventStoreUnavailable);
    proxy.cut();
    await until('an append is taken', async () => {
      const last = (await collect(test.store.readStream(stream))).at(-1)?.revision ?? 'no-stream';
      return store.append(stream, last, [jsonEvent()]).then(
        ({ kind }) => kind === 'appended',
        () => false,
      );
    });
  });

  it('comes back from a silence in which connections were made, by itself, and leaves none of them behind', async () => {
    const events = jsonEvents(2);
    await store.append(stream, 'no-stream', events.slice(0, 1));
    await giveUpSoon();
    const stop = new AbortController();
    const troubles: (string | undefined)[] = [];
    const seen: string[] = [];
    const following = (async () => {
      const onTrouble = (trouble?: Error) => troubles.push(trouble?.message);
      const options = { streamPrefixes: [prefix], onTrouble, signal: stop.signal };
      for await (const batch of store.subscribe(options)) seen.push(...idsOf(batch.events));
    })();
    await until('the first one came', () => seen.length === 1);
    proxy.muteServer();
    const before = proxy.connections;
    await until('it has tried three connections', async () => {
      await expect(store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable);
      return proxy.connections >= before + 3;
    });
    proxy.unmute();
    await until('it is back', isBack);
    await test.store.append(stream, 0, events.slice(1));
    await until('the second one came', () => seen.length === 2);
    expect(seen).toEqual(idsOf(events));
    expect(troubles.at(-1)).toBeUndefined();
    expect(troubles[1]).toMatch(/^EventStoreDB at 127\.0\.0\.1:\d+ did not answer/);
    await until('one connection is left', () => proxy.open === 1);
    stop.abort();
    await following;
  });

  it('survives that a connection is cut which appends wait for to take more', async () => {
    await store.append(stream, 'no-stream', [jsonEvent()]);
    await giveUpSoon();
    // Without the server's answers the connection takes no more than its window.
    proxy.muteServer();
    const appends = Array.from({ length: 40 }, () =>
      store.append(newPrefix(), 'no-stream', [jsonEvent('x'.repeat(100_000))]),
    );
    const outcomes = Promise.allSettled(appends);
    await Promise.race(appends).catch(() => proxy.cut());
    for (const outcome of await outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(EventStoreUnavailable);
    await until('an append is taken', () =>
      store.append(newPrefix(), 'no-stream', [jsonEvent()]).then(
        ({ kind }) => kind === 'appended',
        () => false,
      ),
    );
  });

  it('does not wait for ever for what it reads', async () => {
    await store.append(stream, 'no-stream', [jsonEvent()]);
    await giveUpSoon();
    proxy.muteServer();
    await expect(collect(store.readStream(stream))).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(collect(store.readAll())).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(store.lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable);
  });

  it('follows on, and skips and repeats nothing, when its connection is cut again and again', async () => {
    const events = jsonEvents(60);
    const writing = (async () => {
      for (const [n, event] of events.entries()) {
        await test.store.append(`${prefix}${n}`, 'no-stream', [event]);
        await test.store.append(newPrefix(), 'no-stream', jsonEvents(20));
        if (n % 20 === 10) proxy.cut();
      }
    })();
    const { events: seen } = await collectFollowed(
      store,
      { streamPrefixes: [prefix], maxBatch: 7 },
      ({ length }) => length === 60,
    );
    await writing;
    expect(idsOf(seen)).toEqual(idsOf(events));
    expect(proxy.connections).toBeGreaterThan(1);
  });

  it('follows on when its connection is cut before the first call on it', async () => {
    const events = jsonEvents(3);
    await test.store.append(stream, 'no-stream', events);
    let cuts = 0;
    const beforeConnecting = async () => {
      if (cuts++ > 0) return;
      proxy.cut();
      await until('it is cut', () => proxy.open === 0);
    };
    const { events: seen } = await collectFollowed(
      store,
      { streamPrefixes: [prefix], beforeConnecting },
      ({ length }) => length === 3,
    );
    expect(idsOf(seen)).toEqual(idsOf(events));
    expect(cuts).toBeGreaterThan(1);
  });

  it('disturbs no other client of the process when its connection is cut under load', async () => {
    const other = new EventStoreDbEventStore(test.node.connectionString);
    const writing = Array.from({ length: 10 }, async (_, n) => {
      for (const [index, event] of jsonEvents(15).entries()) {
        const answer = await other.append(`${prefix}${n}`, index === 0 ? 'no-stream' : index - 1, [event]);
        expect(answer).toMatchObject({ kind: 'appended', revision: index });
        if (index === 7 && n % 5 === 0) proxy.cut();
      }
    });
    const mine = jsonEvents(100).map((event) => store.append(newPrefix(), 'no-stream', [event]));
    const [outcomes] = await Promise.all([Promise.allSettled(mine), ...writing]);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(EventStoreUnavailable);
    await other.close();
  });

  it('ends a subscription that has no server', async () => {
    await proxy.close();
    const stop = new AbortController();
    const ended = collect(store.subscribe({ streamPrefixes: [prefix], signal: stop.signal }));
    setImmediate(() => stop.abort());
    expect(await ended).toEqual([]);
    await expect(store.append(stream, 'no-stream', [jsonEvent()])).rejects.toBeInstanceOf(
      EventStoreUnavailable,
    );
  });

  it('ends its subscriptions when it is closed', async () => {
    const { signal } = new AbortController();
    let caughtUp = false;
    for await (const batch of store.subscribe({ streamPrefixes: [prefix], signal })) {
      ({ caughtUp } = batch);
      if (caughtUp) void store.close();
    }
    expect(caughtUp).toBe(true);
  });
});
