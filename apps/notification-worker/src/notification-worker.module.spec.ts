import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import PostalMime from 'postal-mime';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { defaultPreferences, listNotices, setPreferences } from '@app/notices';
import { fresh, mailServer } from '@app/notices/testing';
import { loadSettings, Metrics } from '@app/platform';
import { toRecord } from '@app/status-events';
import { histories, statusEventsOf } from '@app/status-events/testing';
import { addWebhook } from '@app/webhooks';
import { receiver } from '@app/webhooks/testing';
import { until } from '@app/workers/testing';
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
    const stored = () => listNotices(database.pool, { role: 'buyer', id: 'b-1' }, { limit: 10 });
    await until('the buyer is told', async () => (await stored()).notices.length === 4);
    await app.close();
    expect(app.get(Engines).database.pool.ended).toBe(true);
  });
});

describe('the notification worker with a mail server and a webhook', () => {
  it('sends mails and posts events, and counts them', async () => {
    const database = await testDatabase();
    const [mails, hook] = [await mailServer(), await receiver()];
    const engines = await openEngines(
      loadSettings({
        DATABASE_URL: database.url,
        SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        MAIL_FROM: 'Pasar <orders@pasar.example>',
        PUBLIC_URL: 'https://pasar.example/',
        WEBHOOK_PRIVATE_ADDRESSES: 'true',
      }),
    );
    const ayu = { ...defaultPreferences, emailAddress: 'ayu@mail.example' };
    await setPreferences(database.pool, { role: 'buyer', id: 'b-1' }, ayu, { by: 'test' });
    await addWebhook(database.pool, 'shop', { url: `http://127.0.0.1:${hook.port}` });
    const imports = [EnginesModule.with(engines), NotificationWorkerModule];
    const app = await Test.createTestingModule({ imports }).compile();
    await app.init();

    try {
      const events = fresh(histories.neverPaidInTime);
      await engines.statusLog.publish(events.map(toRecord));
      await until('all are told', () => mails.taken.length === 4 && hook.received.length === events.length);
      for (const { source } of mails.taken)
        expect((await PostalMime.parse(source)).text).toContain(
          `https://pasar.example/orders/${events[0]!.partitionkey}\n`,
        );
      const samples = async () => (await app.get(Metrics).registry.metrics()).split('\n');
      await until('all is counted', async () =>
        (await samples()).includes(`webhook_deliveries_total{outcome="delivered"} ${events.length}`),
      );
      await until('and noted', async () => (await samples()).includes('mails_sent_total 4'));
      expect(await samples()).toEqual(
        expect.arrayContaining([
          'mail_oldest_unsent_seconds 0',
          'mails_given_up 0',
          'webhook_oldest_undelivered_seconds 0',
          'webhooks_disabled 0',
          `status_events_consumed_total{group="webhooks",outcome="applied"} ${events.length}`,
        ]),
      );
    } finally {
      await app.close();
      await Promise.all([mails.stop(), hook.stop(), database.drop()]);
    }
  });
});
