import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { listNotices } from '@app/notices';
import { loadSettings } from '@app/platform';
import { toRecord } from '@app/status-events';
import { testDatabase, type TestDatabase } from '../../../libs/database/src/testing/test-database.js';
import { histories } from '../../../libs/status-events/src/testing/histories.js';
import { statusEventsOf } from '../../../libs/status-events/src/testing/status-events-of.js';
import { until } from '../../../libs/status-events/src/testing/until.js';
import { NotificationWorkerModule } from './notification-worker.module.js';

describe('the notification worker', () => {
  let database: TestDatabase;
  let app: TestingModule;

  beforeEach(async () => {
    database = await testDatabase();
    const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
    const imports = [EnginesModule.with(engines), NotificationWorkerModule];
    app = await Test.createTestingModule({ imports }).compile();
  });
  afterEach(() => database.drop());

  it('writes notices from its start to its shutdown', async () => {
    const { statusLog } = app.get(Engines);
    await app.init();
    await statusLog.publish(statusEventsOf(histories.neverPaidInTime).map(toRecord));
    const told = () => listNotices(database.pool, { role: 'buyer', id: 'b-1' }, { limit: 10 });
    await until('the buyer is told', async () => (await told()).notices.length === 4);
    await app.close();
    expect(app.get(Engines).database.pool.ended).toBe(true);
  });
});
