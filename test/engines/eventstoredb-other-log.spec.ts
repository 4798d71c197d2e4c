import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { untilAnswer } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { AppProcess } from '../support/app-process.js';
import { secret, System } from '../support/system.js';
import { EventStoreProcess } from './event-store-process.js';

/** The whole system as one process, which may end by itself. */
class OneProcess extends System {
  readonly process: AppProcess;

  constructor({ url: DATABASE_URL }: TestDatabase) {
    super();
    const env = { DATABASE_URL, EVENT_STORE: server.address, AUTH_SECRET: secret, PORT: '0' };
    this.process = new AppProcess('orders', env, /Orders listen on (http:\/\/[^\s]+)/);
    systems.push(this);
  }

  protected get url(): string {
    return this.process.url;
  }

  start(): Promise<void> {
    return this.process.start();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }

  /** What an order is answered; 0 where nobody answers any more. */
  async order(buyerId = 'ayu'): Promise<number> {
    const body = { ...walkthrough[0]!.body, buyerId };
    return this.call('POST', '/orders', { body }).then(
      ({ status }) => status,
      () => 0,
    );
  }

  /** Whether it says that it works, to whoever sends requests there and to whoever watches it. */
  async isUp(): Promise<boolean> {
    const text = (path: string) =>
      fetch(this.url + path).then(
        (response) => response.text(),
        () => '',
      );
    const [ready, metrics] = [await text('/readyz'), await text('/metrics')];
    return /"status":"ready"/.test(ready) || /^event_store_up 1$/m.test(metrics);
  }
}

let server: EventStoreProcess;
let first: TestDatabase;
let second: TestDatabase;
const systems: OneProcess[] = [];
beforeEach(async () => {
  server = await EventStoreProcess.start();
  [first, second] = await Promise.all([testDatabase(), testDatabase()]);
});
afterEach(async () => {
  await Promise.all(systems.splice(0).map((system) => system.stop()));
  await Promise.all([first.drop(), second.drop()]);
  await server.remove();
});

/** How a process ends that is started on this database. */
async function refusal(database: TestDatabase): Promise<string> {
  const system = new OneProcess(database);
  await expect(system.start()).rejects.toThrow('has ended');
  expect(await system.process.stop()).toEqual({ code: 1, signal: null });
  return system.process.log;
}

async function works(system: OneProcess): Promise<void> {
  const buyer = system.name('buyer');
  expect(await system.order(buyer)).toBe(201);
  const list = () => system.call<{ items: unknown[] }>('GET', `/buyers/${buyer}/orders`);
  await untilAnswer(list, ({ body }) => body.items.length === 1);
}

/** It takes no order any more that would never be shown. */
async function takesNothing(system: OneProcess): Promise<void> {
  await untilAnswer(
    async () => [await system.order(), await system.isUp()] as const,
    ([status, up]) => {
      expect(status).not.toBe(201);
      return !up;
    },
    30_000,
  );
}

it('is refused where a second database comes to a log that has one', async () => {
  const system = new OneProcess(first);
  await system.start();
  await works(system);
  expect(await refusal(second)).toMatch(/^The event log belongs to another database.*log adopt\n$/m);
  await works(system);
});

it('goes over to an empty database that adopts it, and leaves the other', async () => {
  const system = new OneProcess(first);
  await system.start();
  await works(system);
  const environment = { DATABASE_URL: second.url, EVENT_STORE: server.address };
  expect(await runCaptured(environment, 'log', 'adopt')).toMatchObject({ exitCode: 0, err: '' });
  const successor = new OneProcess(second);
  await successor.start();
  await works(successor);
  await server.kill();
  await server.start();
  await takesNothing(system);
  expect(await refusal(first)).toContain('The event log belongs to another database');
});

it('is refused after a reset, by who runs and by who starts, and taken by an empty database', async () => {
  const system = new OneProcess(first);
  await system.start();
  await works(system);
  await server.reset();
  await takesNothing(system);
  expect(await refusal(first)).toMatch(/^The event log is not the one that this database has followed.*\n$/m);
  const successor = new OneProcess(second);
  await successor.start();
  await works(successor);
});
