import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { toRecord } from '@app/status-events';
import { histories, statusEventsOf } from '@app/status-events/testing';
import { findTracking } from '@app/tracking';
import { until } from '@app/workers/testing';
import { TrackingWorkerModule } from './tracking-worker.module.js';

describe('the tracking worker', () => {
  let database: TestDatabase;
  let app: TestingModule;

  beforeEach(async () => {
    database = await testDatabase();
    const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
    const imports = [EnginesModule.with(engines), TrackingWorkerModule];
    app = await Test.createTestingModule({ imports }).compile();
  });
  afterEach(() => database.drop());

  it('tracks packages from its start to its shutdown', async () => {
    const { statusLog } = app.get(Engines);
    await app.init();
    await statusLog.publish(statusEventsOf(histories.shippedInTwoPackages).map(toRecord));
    const packages = async () => (await findTracking(database.pool, 'o-1'))?.packages;
    await until('both packages are known', async () => (await packages())?.length === 2);
    await app.close();
    expect(app.get(Engines).database.pool.ended).toBe(true);
  });
});
