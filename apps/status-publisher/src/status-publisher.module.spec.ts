import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { histories, OrderHistoryLog } from '@app/status-events/testing';
import { until } from '@app/workers/testing';
import { StatusPublisherModule } from './status-publisher.module.js';

describe('the status publisher', () => {
  let database: TestDatabase;
  let app: TestingModule;

  beforeEach(async () => {
    database = await testDatabase();
    const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
    const imports = [EnginesModule.with(engines), StatusPublisherModule];
    app = await Test.createTestingModule({ imports }).compile();
  });
  afterEach(() => database.drop());

  it('publishes from its start to its shutdown', async () => {
    const { statusLog } = app.get(Engines);
    const log = new OrderHistoryLog(database);
    await app.init();
    await log.append(histories.neverPaidInTime);
    const position = await log.store.lastPosition();
    await until(
      'all is published',
      async () => (await statusLog.publishedUpTo())?.position === position?.commit,
    );
    await app.close();
    await log.store.close();
    expect(app.get(Engines).database.pool.ended).toBe(true);
  });
});
