import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { type FakeCluster, fakeCluster } from '@app/event-store/testing';
import { untilAnswer } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { deployables, SeparateProcesses } from '../support/separate-processes.js';

/** Within so many milliseconds of the cluster's return everything goes on by itself. */
const recoveryMs = 10_000;

/** Every deployable as a process of its own, on a cluster of three nodes that one database stands behind. */
describe('the system on a cluster', () => {
  let cluster: FakeCluster;
  let system: SeparateProcesses;
  beforeAll(async () => {
    const [log, database] = await Promise.all([testDatabase(), testDatabase()]);
    const store = new PostgresEventStore(log.pool);
    cluster = await fakeCluster(store);
    system = await SeparateProcesses.start({
      environment: { DATABASE_URL: database.url, EVENT_STORE: cluster.address() },
      async close() {
        await cluster.close();
        await store.close();
        await Promise.all([log.drop(), database.drop()]);
      },
    });
  });
  afterAll(() => system.stop());

  let buyer: string;
  beforeEach(() => {
    buyer = system.name('buyer');
  });

  const api = () => system.process('order-api').url;
  const order = () =>
    system.call<{ orderId: string }>('POST', '/orders', {
      body: { ...walkthrough[0]!.body, buyerId: buyer },
    });
  const ready = async (): Promise<boolean> => (await fetch(`${api()}/readyz`)).ok;
  /** What the followers show of the buyer's orders: the list of the projector, the notice of publisher and worker. */
  const shown = async (): Promise<[number, number]> => {
    const count = async (what: string) =>
      (await system.call<{ items: unknown[] }>('GET', `/buyers/${buyer}/${what}`)).body.items.length;
    return [await count('orders'), await count('notices')];
  };
  const allAlive = () =>
    Promise.all(deployables.map(async (app) => (await fetch(`${system.process(app).url}/healthz`)).ok));

  /** An order is taken and shown in time, with nobody's help. */
  async function goesOn(): Promise<void> {
    const began = performance.now();
    await untilAnswer(order, ({ status }) => status === 201, recoveryMs);
    await untilAnswer(shown, ([orders, notices]) => orders >= 1 && notices >= 1, recoveryMs);
    expect(performance.now() - began).toBeLessThan(recoveryMs);
    expect(await allAlive()).toEqual(deployables.map(() => true));
    await untilAnswer(ready, Boolean);
  }

  it('survives that all nodes are away, is not ready meanwhile, and goes on by itself', async () => {
    await goesOn();
    for (const node of cluster.nodes) cluster.kill(node);
    await untilAnswer(ready, (is) => !is);
    for (let calls = 0; calls < 3; calls++) expect((await order()).status).toBe(503);
    expect(await allAlive()).toEqual(deployables.map(() => true));
    for (const node of cluster.nodes) cluster.revive(node);
    await goesOn();
  });

  it('leaves a silence behind in which it connected again and again', async () => {
    await goesOn();
    const connections = () => cluster.nodes.reduce((sum, { proxy }) => sum + proxy.connections, 0);
    for (const { proxy } of cluster.nodes) proxy.muteServer();
    const before = connections();
    // Nobody calls: those who follow notice by themselves, process by process.
    await untilAnswer(
      () => Promise.resolve(connections() - before),
      (made) => made >= 3 * deployables.length,
      60_000,
    );
    expect(await ready()).toBe(false);
    for (const { proxy } of cluster.nodes) proxy.unmute();
    await goesOn();
  });

  it('shows what was acknowledged after each election, while the connections stay', async () => {
    await cluster.lag();
    for (const leader of [1, 2, 0, 1]) {
      cluster.elect(cluster.nodes[leader]);
      for (let orders = 0; orders < 5; orders++) {
        const { status, body } = await order();
        expect(status).toBe(201);
        expect((await system.call('GET', `/orders/${body.orderId}`)).status).toBe(200);
      }
    }
    await goesOn();
  });

  it('is not ready without a majority of the nodes, and says why once', async () => {
    const [leader, ...others] = cluster.nodes;
    cluster.elect(leader);
    for (const node of others) cluster.kill(node);
    const logged = () =>
      system.process('order-api').log.match(/This process is (ready again|not ready: .*? It goes on)/g) ?? [];
    const why = () => logged().filter((line) => line.includes('1 of the 3 nodes of EventStoreDB are alive'));
    // It may be unready for another reason before, such as an answer that was late.
    await untilAnswer(
      async () => [await ready(), why().length],
      ([, times]) => Number(times) > 0,
    );
    for (let looks = 0; looks < 3; looks++) expect(await ready()).toBe(false);
    for (const node of others) cluster.revive(node);
    await untilAnswer(ready, Boolean);
    // Once, and not with every look: no line repeats the one before.
    expect(logged().filter((line, at) => line === logged()[at - 1])).toEqual([]);
    await goesOn();
  });
});
