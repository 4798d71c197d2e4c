import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { OpenRoute } from '../auth/open-route.js';
import { OperationsModule } from '../operations/operations.module.js';
import { WorkerLimits } from '../workers/worker-limits.js';
import { Workers } from '../workers/workers.js';
import { createHttpApp } from './create-http-app.js';
import { listen } from './listen.js';

let begun = (): void => {};
let open = (): void => {};
const gate = new Promise<void>((resolve) => (open = resolve));

@OpenRoute()
@Controller('slow')
class SlowController {
  @Get()
  async slow() {
    begun();
    await gate;
    return 'done';
  }
}

@Module({ imports: [OperationsModule], controllers: [SlowController] })
class SlowModule {}

it('answers the request under way, and then keeps its connection no longer', async () => {
  const app = await createHttpApp(SlowModule, { LOG_LEVEL: 'silent' });
  const url = await listen(app, { HOST: '127.0.0.1', PORT: 0 });
  const underWay = new Promise<void>((resolve) => (begun = resolve));
  const answer = once(get(`${url}/slow`, { agent: new Agent({ keepAlive: true }) }), 'response');
  await underWay;
  const stopped = app.close();
  // Until the server has begun to close.
  for (let reachable = true; reachable; await turn())
    reachable = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  open();
  const [response] = (await answer) as [IncomingMessage];
  response.resume();
  expect(response).toMatchObject({ statusCode: 200, headers: { connection: 'close' } });
  await stopped;
});

it('ends with exit code 1, and in order, where a worker is given up', async () => {
  const app = await createHttpApp(SlowModule, { LOG_LEVEL: 'silent' });
  const workers = app.get(Workers);
  const stopped: string[] = [];
  const timers = jest.spyOn(globalThis, 'setTimeout');
  const exited = new Promise<unknown>((resolve) => {
    jest.spyOn(process, 'exit').mockImplementation((code) => resolve(code) as never);
  });
  workers.add(
    { name: 'stuck', run: () => new Promise(() => {}) },
    {
      name: 'well',
      hasMore: () => Promise.resolve(false),
      run: async ({ signal }) => {
        await once(signal, 'abort');
        stopped.push('well');
      },
    },
  );
  Object.assign(app.get(WorkerLimits), { notReadyAfter: 10, endAfter: 10, lookEvery: 5 });
  await app.init();
  expect(await exited).toBe(1);
  expect(stopped).toEqual(['well']);
  // Else the limit of its stop would end the process of these tests.
  for (const { value } of timers.mock.results) clearTimeout(value as NodeJS.Timeout);
  jest.restoreAllMocks();
});
