import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Metrics } from '@app/platform';
import { histories, OrderHistoryLog } from '@app/status-events/testing';
import { PublisherMetrics } from './publisher.metrics.js';

describe("the publisher's metrics", () => {
  let database: TestDatabase;
  let log: OrderHistoryLog;
  let metrics: Metrics;
  let publisher: PublisherMetrics;

  beforeEach(async () => {
    database = await testDatabase();
    log = new OrderHistoryLog(database);
    await log.append(histories.neverPaidInTime);
    await database.pool.query(`update events set created = now() - interval '1 hour'`);
    metrics = new Metrics();
    publisher = new PublisherMetrics(log.orderLog, metrics);
  });
  afterEach(async () => {
    await log.store.close();
    await database.drop();
  });

  const samples = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => /^(publisher|status)/.test(line));

  it('tell nothing of a lag as long as another process publishes', async () => {
    expect(await samples()).toEqual(['status_events_published_total 0', 'publisher_active 0']);
  });

  it('tell the lag from where this process begins, also after it has failed', async () => {
    publisher.report({ position: undefined, events: 0 });
    const lag = ['publisher_lag_events 4', expect.stringMatching(/^publisher_lag_seconds 36\d\d/)];
    expect(await samples()).toEqual(['status_events_published_total 0', 'publisher_active 1', ...lag]);
    publisher.stopped();
    expect(await samples()).toEqual(['status_events_published_total 0', 'publisher_active 0', ...lag]);
  });

  it('tell of no lag at the end', async () => {
    publisher.report({ position: await log.store.lastPosition(), events: 4 });
    expect(await samples()).toEqual([
      'status_events_published_total 4',
      'publisher_active 1',
      'publisher_lag_events 0',
      'publisher_lag_seconds 0',
    ]);
  });
});
