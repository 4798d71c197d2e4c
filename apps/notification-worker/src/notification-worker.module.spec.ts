import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { listNotices } from '@app/notices';
import { loadSettings, Metrics } from '@app/platform';
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

  it('counts what it takes, whom it tells, and what it has to park', async () => {
    const { statusLog } = app.get(Engines);
    await app.init();
    const [first, , third] = statusEventsOf(histories.neverPaidInTime).map(toRecord);
    await statusLog.publish([first!, third!]);
    const samples = async () => (await app.get(Metrics).registry.metrics()).split('\n');
    await until('both are consumed', async () =>
      (await samples()).includes('consumer_lag_records{group="notices"} 0'),
    );
    expect(await samples()).toEqual(
      expect.arrayContaining([
        'status_events_consumed_total{group="notices",outcome="applied"} 1',
        'status_events_consumed_total{group="notices",outcome="parked"} 1',
        'notices_sent_total{recipient="buyer",type="orders.status.placed.v1"} 1',
        'parked_orders{group="notices"} 1',
        'parked_records{group="notices"} 1',
      ]),
    );
    await app.close();
  });

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
