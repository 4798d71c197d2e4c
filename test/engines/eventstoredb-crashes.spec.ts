import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { collect } from '@app/event-store/testing';
import { until, within } from '@app/workers/testing';
import { Child } from './child.js';
import { EventStoreProcess } from './event-store-process.js';
import { followedPrefix, numberedEvent, writtenStreams } from './numbered-events.js';
import { type LoadReport } from './processes/write-and-follow.js';

const cycles = 6;
const timeoutMs = 60_000;

/** Were a failed append to stay, it would keep its event, 3.5 kB on average; there are more than 1,500 of them. */
const memoryGrowthBytes = 4 * 1024 * 1024;

let server: EventStoreProcess;
let load: Child<LoadReport>;
beforeAll(async () => {
  server = await EventStoreProcess.start();
});
afterEach(() => load.kill());
afterAll(() => server.remove());

const latest = (): LoadReport => load.messages.at(-1)!;
const total = ({ acknowledged }: LoadReport): number =>
  Object.values(acknowledged).reduce((a, b) => a + b, 0);

/** Writers and subscription are at work again. */
async function atWork(): Promise<LoadReport> {
  const before = latest();
  await until('appends are acknowledged', () => total(latest()) > total(before) + 150);
  await until('the subscription goes on', () => latest().followed > before.followed + 100);
  return latest();
}

it('loses and doubles nothing while the server is frozen, killed and started again', async () => {
  load = new Child('write-and-follow', [server.address]);
  await until('the load reports', () => load.messages.length > 0);
  const reports = [await atWork()];
  for (let cycle = 0; cycle < cycles; cycle++) {
    const { unavailable } = latest();
    if (cycle % 2 === 1) {
      server.freeze();
      await until('appends run out of time', () => latest().unavailable > unavailable);
    }
    await server.kill();
    await server.start();
    reports.push(await atWork());
  }
  expect(await within(timeoutMs, 'the end of the load', load.finish())).toBe(0);

  const { acknowledged, followed, unavailable, memoryBytes } = latest();
  expect(Object.keys(acknowledged).sort()).toEqual([...writtenStreams].sort());
  let wanted = 0;
  for (const stream of writtenStreams) {
    const events = await collect(server.log.readStream(stream));
    expect(events.map(({ id }) => id)).toEqual(
      Array.from({ length: acknowledged[stream]! }, (_, revision) => numberedEvent(stream, revision).id),
    );
    if (stream.startsWith(followedPrefix)) wanted += events.length;
  }
  expect(await collect(server.log.readAll())).toHaveLength(total(latest()));
  expect(followed).toBe(wanted);
  expect(unavailable).toBeGreaterThan(cycles);
  expect(memoryBytes - reports[1]!.memoryBytes).toBeLessThan(memoryGrowthBytes);
});
