import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { jsonEvent } from '@app/event-store/testing';
import { apiUnderTest, unique } from '../testing/api-under-test.js';
import { type Api, placeOrder } from '../testing/orders.js';
import { createOrderExample } from './routes/placement.js';

let api: Api;
beforeAll(async () => void (api = await apiUnderTest({ workersRun: false })));
afterAll(() => api.stop());

/** Lets the event log commit nothing until the function that it gives is called. */
async function holdCommits(): Promise<() => Promise<unknown>> {
  const client = await api.engines.database.pool.connect();
  await client.query('begin');
  await client.query('lock table events in exclusive mode');
  return () => client.query('rollback').finally(() => client.release());
}

/** Appends until the log lets nobody wait any more. */
async function fillQueue(): Promise<Promise<unknown>[]> {
  const waiting: Promise<unknown>[] = [];
  let full = false;
  while (!full) {
    for (let n = 0; n < 500; n += 1) {
      const append = api.engines.eventStore.append(unique('peak'), 'no-stream', [jsonEvent()]);
      waiting.push(append.catch(() => (full = true)));
    }
    await setImmediate();
  }
  return waiting;
}

const place = (key: string) =>
  api.post('/orders', createOrderExample, { headers: { 'idempotency-key': key } });
const newKeys = (): string[] => Array.from({ length: 25 }, () => unique('key'));

it('answers more orders than can wait: placed, or to be sent again, which places each of them once', async () => {
  const [early, late] = [newKeys(), newKeys()];
  const release = await holdCommits();
  const placing = early.map(place);
  const waiting = await fillQueue();
  for (const answer of await Promise.all(late.map(place)))
    expect(answer).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'temporarily-unavailable' },
    });
  await release();

  for (const { status } of await Promise.all(placing)) expect([201, 503]).toContain(status);
  await Promise.all(waiting);
  const again = await Promise.all([...early, ...late].map(place));
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]));
  const ids = again.map(({ body }) => body.orderId as string);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids) expect(await api.engines.orderLog.history(id)).toHaveLength(1);
});

it('lets commands to one order wait in line: 80 from 40 callers at once, and none is turned away (M21)', async () => {
  const { path, id } = await placeOrder(api);
  const callers = Array.from({ length: 40 }, async (_, caller) => {
    const as = `service:shop-${caller}`;
    const answers = [];
    for (const turn of [1, 2])
      answers.push(await api.post(`${path}/post-message`, { text: `${turn}` }, { as }));
    return answers;
  });
  const answers = (await Promise.all(callers)).flat();
  expect(answers.map(({ status }) => status)).toEqual(Array(80).fill(200));
  const revisions = answers.map(({ body }) => body.revision as number);
  expect(revisions.sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  expect(await api.engines.orderLog.history(id)).toHaveLength(81);
});
