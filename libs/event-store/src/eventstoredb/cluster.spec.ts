import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '@app/workers/testing';
import { EventStoreUnavailable } from '../event-store.port.js';
import { collect, collectFollowed, idsOf, jsonEvent, jsonEvents, newPrefix } from '../testing/events.js';
import { type FakeCluster, fakeCluster, type FakeNode } from '../testing/fake-cluster.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

/** Of a call that shall be in vain, for there the silence is the test; the others have the time of the product. */
const IN_VAIN_MS = 500;

describe('EventStoreDbEventStore on a cluster', () => {
  let test: TestNode;
  beforeAll(async () => {
    test = await testNode();
  });
  afterAll(() => test.close());

  let cluster: FakeCluster;
  let [first, second, third]: FakeNode[] = [];
  let store: EventStoreDbEventStore;
  let prefix: string;
  beforeEach(async () => {
    cluster = await fakeCluster(test.store);
    [first, second, third] = cluster.nodes;
    store = new EventStoreDbEventStore(cluster.address());
    prefix = newPrefix();
  });
  afterEach(async () => {
    await store.close();
    await cluster.close();
  });

  const append = () => store.append(`${prefix}${Math.random()}`, 'no-stream', [jsonEvent()]);
  const works = () =>
    append().then(
      ({ kind }) => kind === 'appended',
      () => false,
    );
  /** The next calls wait for their answers only shortly. */
  const giveUpSoon = async () => {
    await store.close();
    store = new EventStoreDbEventStore(cluster.address(), IN_VAIN_MS);
    await until('it works', works);
  };
  const asked = () => cluster.nodes.flatMap((node) => node.asked);

  it('finds the leader, and asks nobody else', async () => {
    cluster.elect(second);
    await append();
    await collect(store.readAll({ streamPrefixes: [prefix] }));
    await collectFollowed(store, { streamPrefixes: [prefix] }, ({ length }) => length === 1);
    expect(new Set(asked())).toEqual(new Set(['append@leader', 'read@leader']));
    expect(store.status).toEqual({ connections: 1, node: second!.name, leader: true });
  });

  it('reads what was acknowledged, also when the leader has resigned and its connection stays', async () => {
    await append();
    await cluster.lag();
    const other = new EventStoreDbEventStore(cluster.address());
    for (const leader of [second, third, first]) {
      cluster.elect(leader);
      for (const [nr, writer] of [other, store, other].entries()) {
        const stream = `${prefix}${leader!.name}-${nr}`;
        await writer.append(stream, 'no-stream', jsonEvents(2));
        expect(await collect(store.readStream(stream))).toHaveLength(2);
      }
      expect(store.status.node).toBe(leader!.name);
    }
    await other.close();
  });

  it('subscribes on followers where the address prefers them, and decides by the leader all the same', async () => {
    const preferring = new EventStoreDbEventStore(cluster.address('&nodePreference=follower'));
    await preferring.append(`${prefix}1`, 'no-stream', [jsonEvent()]);
    await collect(preferring.readStream(`${prefix}1`));
    expect(new Set(asked())).toEqual(new Set(['append@leader', 'read@leader']));
    await collectFollowed(preferring, { streamPrefixes: [prefix] }, ({ length }) => length === 1);
    expect(asked()).toContain('read@follower');
    await preferring.close();
  });

  it('goes on without the leader that was killed, in what it follows as well', async () => {
    const events = jsonEvents(2);
    await store.append(`${prefix}1`, 'no-stream', events.slice(0, 1));
    let appending: Promise<unknown> | undefined;
    const { events: seen } = await collectFollowed(store, { streamPrefixes: [prefix] }, ({ length }) => {
      if (length === 1 && !appending) {
        cluster.kill(first!);
        cluster.elect(second);
        appending = store.append(`${prefix}1`, 0, events.slice(1));
      }
      return length === 2;
    });
    await appending;
    expect(idsOf(seen)).toEqual(idsOf(events));
  });

  it('survives that no node is to be found, says so, and goes on by itself when they are back', async () => {
    await giveUpSoon();
    for (const node of cluster.nodes) cluster.kill(node);
    const stop = new AbortController();
    const troubles: (string | undefined)[] = [];
    const onTrouble = (trouble?: Error) => troubles.push(trouble?.message);
    let seen = 0;
    const following = (async () => {
      const options = { streamPrefixes: [prefix], onTrouble, signal: stop.signal };
      for await (const { events } of store.subscribe(options)) seen += events.length;
    })();
    for (const call of [append, () => store.lastPosition(), () => store.check()])
      await expect(call()).rejects.toBeInstanceOf(EventStoreUnavailable);
    expect(seen).toBe(0);
    for (const node of cluster.nodes) cluster.revive(node);
    await until('it works', works);
    // An append that was given up may have been written all the same.
    await until('all came', () => seen >= 2);
    expect(troubles.at(-1)).toBeUndefined();
    expect(troubles.filter((trouble, index) => index > 0 && trouble === troubles[index - 1])).toEqual([]);
    stop.abort();
    await following;
  });

  it('is not ready without a majority, without a leader, and says which', async () => {
    await store.check();
    cluster.kill(third!);
    await store.check();
    cluster.kill(second!);
    await expect(store.check()).rejects.toThrow(
      '1 of the 3 nodes of EventStoreDB are alive, which is no majority',
    );
    cluster.revive(second!);
    cluster.elect(undefined);
    await expect(store.check()).rejects.toThrow('none is the leader');
    cluster.kill(first!);
    await expect(store.check()).rejects.toThrow('knows no leader');
    cluster.elect(second);
    cluster.revive(third!);
    await store.check();
  });

  it('finds the leader of a single address when that node is none', async () => {
    const single = new EventStoreDbEventStore(`esdb://${third!.name}?tls=false`);
    await single.append(`${prefix}1`, 'no-stream', [jsonEvent()]);
    expect(single.status.node).toBe(first!.name);
    await single.close();
  });

  it('leaves a node that has gone silent for those that have not', async () => {
    await giveUpSoon();
    first!.proxy.muteServer();
    cluster.elect(second);
    await until('it works again', works);
    expect(store.status.node).toBe(second!.name);
  });

  it('leaves no connection behind', async () => {
    await append();
    cluster.elect(second);
    await append();
    const { proxy } = second!;
    await store.close();
    await until('all are closed', () => cluster.nodes.every((node) => node.proxy.open === 0));
    expect(proxy.connections).toBeGreaterThan(0);
  });
});
