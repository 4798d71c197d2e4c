import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { consumed, deliverEvents, histories, statusEventsOf } from '@app/status-events/testing';
import { addWebhook, disableWebhook, webhooksConsumer } from '@app/webhooks';
import { runCaptured } from '../testing/run-captured.js';

const events = statusEventsOf(histories.neverPaidInTime);

describe('orders webhooks', () => {
  let database: TestDatabase;
  let id: string;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());
  beforeEach(async () => {
    id = (await addWebhook(database.pool, 'shop', { url: 'https://shop.example/hook' }))!.webhook.id;
    await deliverEvents(database.pool, { ...webhooksConsumer, group: randomUUID() }, consumed(events));
  });
  afterEach(() => database.pool.query('truncate webhooks cascade'));

  const orders = (...args: string[]) =>
    runCaptured({ DATABASE_URL: database.url, DATA_DIR: tmpdir(), LOG_LEVEL: 'silent' }, 'webhooks', ...args);

  it('lists them with what has not come to them, and no secret', async () => {
    const { exitCode, out } = await orders('list');
    expect({ exitCode, out }).toEqual({
      exitCode: 0,
      out: `${id}  shop  https://shop.example/hook  works  ${events.length} waiting, 0 held, 0 given up\n`,
    });
    const json = (await orders('list', '--json')).out;
    expect(JSON.parse(json)).toMatchObject({ id, undelivered: { waiting: events.length } });
    expect(json).not.toContain('whsec_');
    await database.pool.query('truncate webhooks cascade');
    expect((await orders('list')).out).toBe('There are no webhooks.\n');
  });

  it('enables what was disabled', async () => {
    expect(await orders('enable', id)).toMatchObject({
      exitCode: 1,
      err: `Webhook ${id} is not disabled; "webhooks list" says how each of them is.\n`,
    });
    await disableWebhook(database.pool, id, 'It answered 410: it is gone.');
    expect((await orders('list')).out).toMatch(
      /disabled since \d{4}.*Z: It answered 410: it is gone\. {2}0 waiting, \d held, 0 given up/,
    );
    expect((await orders('enable', id)).out).toBe(`Webhook ${id} is sent to again.\n`);
    expect((await orders('list')).out).toContain(`works  ${events.length} waiting, 0 held`);
  });

  it('sends again what was given up', async () => {
    expect(await orders('redeliver', id)).toMatchObject({ exitCode: 1 });
    await database.pool.query(
      `update webhook_deliveries set state = 'given-up', error = 'It answered 500.' where sequence = 1`,
    );
    expect((await orders('list')).out).toContain('1 given up  last error: It answered 500.');
    expect((await orders('redeliver', id)).out).toBe(`1 event will be sent to webhook ${id} again.\n`);
    expect((await orders('list')).out).toContain('0 given up');
  });

  it('calls an id that is none wrong usage', async () => {
    expect(await orders('enable', 'o-1')).toMatchObject({ exitCode: 2 });
  });
});
