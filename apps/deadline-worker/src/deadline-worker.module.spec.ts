import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { create, given, time } from '@app/ordering/testing';
import { loadSettings, Metrics, Readiness } from '@app/platform';
import { appendTo, project } from '@app/read-models/testing';
import { until } from '@app/workers/testing';
import { Clock } from './clock.js';
import { DeadlineWorkerModule } from './deadline-worker.module.js';

describe('the deadline worker', () => {
  let database: TestDatabase;
  let now: string;

  beforeEach(async () => {
    database = await testDatabase();
    now = time(1);
  });
  afterEach(() => database.drop());

  /** A process of its own on the same data, whose clock is the test's. */
  async function start(): Promise<TestingModule> {
    const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
    const app = await Test.createTestingModule({
      imports: [EnginesModule.with(engines), DeadlineWorkerModule],
    })
      .overrideProvider(Clock)
      .useValue({ now: () => new Date(now) })
      .compile();
    return app.init();
  }

  it('fires when the clock says so, also after a restart, and reports what is due', async () => {
    const first = await start();
    const { eventStore, orderLog } = first.get(Engines);
    const metricsOf = (app: TestingModule) => app.get(Metrics).registry.metrics();
    for (const orderId of ['o-1', 'o-2'])
      await appendTo(eventStore, orderId, given([create({ orderId }), { at: now }]).events);
    await project(database.pool, eventStore);
    expect(await metricsOf(first)).toMatch(/^deadlines_due 0$/m);
    expect(await orderLog.history('o-1')).toHaveLength(1);
    await first.close();

    now = time(25.5);
    const second = await start();
    const { orderLog: log } = second.get(Engines);
    for (const orderId of ['o-1', 'o-2'])
      await until('the order has expired', async () => (await log.history(orderId)).length === 2);
    // Until they are projected they count as due.
    const metrics = (await metricsOf(second)).split('\n');
    expect(metrics).toContain('deadlines_due 2');
    expect(metrics).toContain('deadlines_oldest_due_seconds 1800');
    await until('both are counted', async () =>
      (await metricsOf(second)).includes('deadlines_fired_total{timer="unpaid-expiry"} 2'),
    );
    await project(database.pool, second.get(Engines).eventStore);
    expect(await metricsOf(second)).toMatch(/^deadlines_due 0$/m);
    await second.close();
    expect(second.get(Engines).database.pool.ended).toBe(true);
  });

  it('is not ready while the database or the event log is away', async () => {
    const app = await start();
    const { database: used, eventStore } = app.get(Engines);
    const readiness = app.get(Readiness);
    const there = await readiness.failing();
    const away = [
      jest.spyOn(used.pool, 'query').mockRejectedValue(new Error('away') as never),
      jest.spyOn(eventStore, 'lastPosition').mockRejectedValue(new Error('away')),
    ];
    const missing = await readiness.failing();
    for (const engine of away) engine.mockRestore();
    await app.close();
    expect([there, missing]).toEqual([[], ['database', 'event log']]);
  });
});
