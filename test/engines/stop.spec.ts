import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PoolClient } from 'pg';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { somebodyWaits } from '@app/status-events/testing';
import { untilAnswer } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { type AppProcess } from '../support/app-process.js';
import { deployables, SeparateProcesses } from '../support/separate-processes.js';
import { SteadyLoad } from './steady-load.js';

/** What a supervisor waits at least before it kills. */
const graceMs = 10_000;

describe('SIGTERM', () => {
  let database: TestDatabase;
  let system: SeparateProcesses;
  beforeAll(async () => {
    database = await testDatabase();
    const close = () => database.drop();
    system = await SeparateProcesses.start({ environment: { DATABASE_URL: database.url }, close });
  });
  afterAll(() => system.stop());

  const order = () => system.call('POST', '/orders', { body: walkthrough[0]!.body });
  const stopped = async (process: AppProcess) => {
    const begin = performance.now();
    const outcome = await process.stop();
    return { ...outcome, ms: performance.now() - begin };
  };
  /** Keeps everybody from appending, for as long as the work lasts. */
  async function whileNobodyCanAppend<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await database.pool.connect();
    await client.query(`select pg_advisory_lock('events'::regclass::oid::bigint)`);
    return work(client).finally(() => client.release(true));
  }

  it('lets commands that are under way be answered, and no others in', async () => {
    const api = system.process('order-api');
    const [answers, end] = await whileNobodyCanAppend(async (client) => {
      const calls = Promise.all(Array.from({ length: 20 }, order));
      await untilAnswer(() => somebodyWaits(client), Boolean);
      const stopping = stopped(api);
      const reachable = () =>
        fetch(`${api.url}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        );
      await untilAnswer(reachable, (answered) => !answered);
      return [calls, stopping] as const;
    });
    expect((await answers).map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(await end).toMatchObject({ signal: 'SIGTERM' });
    await api.start();
  });

  it('is obeyed in time also when something never ends', async () => {
    await whileNobodyCanAppend(async (client) => {
      const call = order().catch((error: unknown) => error);
      await untilAnswer(() => somebodyWaits(client), Boolean);
      const { code, ms } = await stopped(system.process('order-api'));
      expect(code).toBe(1);
      expect(ms).toBeLessThan(graceMs);
      expect(await call).toMatchObject({ message: 'fetch failed' });
    });
    const api = system.process('order-api');
    expect(api.log).toContain('had not stopped after');
    await api.start();
  });

  it('ends every process under load in time, and nothing is lost', async () => {
    const load = new SteadyLoad(system);
    await untilAnswer(
      () => Promise.resolve(load.walked.length),
      (walked) => walked > 10,
      graceMs * 6,
    );
    for (const { ms, signal } of await Promise.all(deployables.map((app) => stopped(system.process(app))))) {
      expect(signal).toBe('SIGTERM');
      expect(ms).toBeLessThan(graceMs);
    }
    await system.restart();
    await load.stop();
    for (const { buyer } of load.walked) {
      const ask = () => system.call<{ items: { kind: string }[] }>('GET', `/buyers/${buyer}/notices`);
      const { body } = await untilAnswer(ask, (page) => page.body.items[0]?.kind === 'delivered');
      expect(body.items).toHaveLength(5);
    }
  });
});
