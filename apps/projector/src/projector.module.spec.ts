import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { create, given } from '@app/ordering/testing';
import { loadSettings, Metrics } from '@app/platform';
import { waitUntilProjected } from '@app/read-models';
import { appendTo } from '@app/read-models/testing';
import { until } from '@app/workers/testing';
import { ProjectorModule } from './projector.module.js';

describe('the projector', () => {
  let database: TestDatabase;
  let app: TestingModule;

  beforeEach(async () => {
    database = await testDatabase();
    const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
    const imports = [EnginesModule.with(engines), ProjectorModule];
    app = await Test.createTestingModule({ imports }).compile();
  });
  afterEach(() => database.drop());

  it('projects from its start to its shutdown, and reports how far it is', async () => {
    const { pool } = app.get(Engines).database;
    await appendTo(app.get(Engines).eventStore, 'o-1', given(create()).events);
    const { registry } = app.get(Metrics);
    await until('the event is seen to wait', async () =>
      /^projection_lag_events 1$/m.test(await registry.metrics()),
    );
    await app.init();
    expect(await waitUntilProjected(pool, 'o-1', 0, 30_000)).toBe(true);
    await until('the batch is counted', async () =>
      /^projected_events_total 1$/m.test(await registry.metrics()),
    );
    const metrics = await registry.metrics();
    for (const gauge of ['caught_up 1', 'parked_orders 0', 'lag_events 0', 'lag_seconds 0'])
      expect(metrics.split('\n')).toContain(`projection_${gauge}`);
    await app.close();
    expect(pool.ended).toBe(true);
  });
});
