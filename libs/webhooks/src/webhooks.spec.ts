import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook as Verifier } from 'standardwebhooks';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { fresh } from '@app/notices/testing';
import { type OrderEvent } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { consumed, deliverEvents, histories } from '@app/status-events/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { forgetDelivered, redeliver, undeliveredCounts, webhookCounts } from './deliveries.js';
import { claimDelivery, settleDelivery } from './delivery-outbox.js';
import { webhookPoster } from './post.js';
import { type Received, receiver } from './testing/receiver.js';
import { signedHeaders } from './webhook.js';
import { webhookSenderWork } from './webhook-sender-work.js';
import { addWebhook, enableWebhook, listWebhooks, removeWebhook } from './webhook-store.js';
import { webhooksConsumer } from './webhooks-consumer.js';

describe('webhooks', () => {
  let database: TestDatabase;
  const open: (() => Promise<unknown>)[] = [];

  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
    await database.pool.query('truncate webhooks cascade');
  });

  async function listening(answer?: (request: Received) => number | Promise<number>) {
    const server = await receiver(answer);
    open.unshift(() => server.stop());
    return { ...server, url: `http://127.0.0.1:${server.port}/hook` };
  }
  /** A sender that runs until the end of the test, and what it tells its operator. */
  function start({ timeoutMs = 5000 } = {}): string[] {
    const logged: string[] = [];
    const stopping = new AbortController();
    const work = webhookSenderWork({
      pool: database.pool,
      openPoster: () => webhookPoster({ allowPrivate: true, timeoutMs }),
      log: (message) => logged.push(message),
    });
    const ended = runForever(work, stopping.signal);
    open.unshift(() => {
      stopping.abort();
      return ended;
    });
    return logged;
  }
  const add = async (request: Parameters<typeof addWebhook>[2]) =>
    (await addWebhook(database.pool, 'shop', request))!;
  const consume = (events: readonly StatusEvent[]) =>
    deliverEvents(database.pool, webhooksConsumer, consumed(events));
  const happens = async (history: readonly OrderEvent[]): Promise<StatusEvent[]> => {
    const events = fresh(history);
    await consume(events);
    return events;
  };
  const waiting = async () => (await undeliveredCounts(database.pool))[0]?.waiting ?? 0;
  const allDelivered = () =>
    until('all is delivered', async () => (await undeliveredCounts(database.pool)).length === 0);
  const later = () =>
    database.pool.query(
      `update webhook_deliveries set due_at = now() where state = 'waiting' and attempts > 0`,
    );
  const sequences = (received: readonly Received[], orderId: string): number[] =>
    received.filter(({ event }) => event.data.orderId === orderId).map(({ event }) => Number(event.sequence));

  it('get every event as a signed CloudEvent, each order’s in order', async () => {
    const { url, received } = await listening();
    const { secret } = await add({ url });
    const events = await happens(histories.shippedInTwoPackages);
    start();
    await allDelivered();
    expect(received.map(({ event }) => event.id)).toEqual(events.map(({ id }) => id));
    for (const { body, headers } of received)
      expect(new Verifier(secret).verify(body, headers as Record<string, string>)).toEqual(JSON.parse(body));
    const [first] = events;
    expect(received[0]).toMatchObject({
      path: '/hook',
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'webhook-id': first!.id,
      },
      event: {
        specversion: '1.0',
        ...{ id: first!.id, source: first!.source, type: 'orders.status.placed.v1', time: first!.time },
        ...{ sequence: '0000000001', datacontenttype: 'application/json' },
        ...{
          partitionkey: first!.partitionkey,
          logposition: '1',
          data: { orderId: first!.partitionkey, buyerId: 'b-1' },
        },
      },
    });
  });

  it('are signed as the specification’s own example', () => {
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const headers = signedHeaders({ id, body: '{"test": 2432232314}', secret }, new Date(1614265330_500));
    expect(headers).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('get what they asked for, and nothing of imported history', async () => {
    const { url } = await listening();
    await add({ url: `${url}?types`, eventTypes: ['orders.status.shipped.v1'] });
    await add({ url: `${url}?seller`, sellerId: 's-2' });
    await consume(fresh(histories.shippedInTwoPackages));
    await consume(fresh(histories.neverPaidInTime, { sellerId: 's-2' }));
    await consume(fresh(histories.shippedInTwoPackages, { sellerId: 's-2' }, { imported: true }));
    const { rows } = await database.pool.query(
      `select w.url, array_agg(distinct event_type) as types, count(*)::integer
       from webhook_deliveries d join webhooks w on w.id = d.webhook_id group by w.url order by w.url`,
    );
    expect(rows).toEqual([
      { url: `${url}?seller`, types: expect.any(Array), count: histories.neverPaidInTime.length },
      { url: `${url}?types`, types: ['orders.status.shipped.v1'], count: 2 },
    ]);
  });

  it('get each event once, however often it comes', async () => {
    const { url } = await listening();
    await add({ url });
    const events = await happens(histories.neverPaidInTime);
    await consume(events);
    await deliverEvents(database.pool, { ...webhooksConsumer, group: 'webhooks-again' }, consumed(events));
    expect(await waiting()).toBe(events.length);
  });

  it('hold back the later events of an order that they do not take, and of that order alone', async () => {
    let refused: string | undefined;
    const { url, received } = await listening(({ event }) => (event.data.orderId === refused ? 500 : 200));
    await add({ url });
    const [stuck, fine] = [fresh(histories.neverPaidInTime), fresh(histories.neverPaidInTime)];
    refused = stuck[0]!.partitionkey;
    await consume([...stuck, ...fine]);
    start();
    await until('only the stuck order waits', async () => (await waiting()) === stuck.length);
    expect(sequences(received, fine[0]!.partitionkey)).toEqual(fine.map(({ sequence }) => sequence));
    await until('it was tried', () => sequences(received, stuck[0]!.partitionkey).length === 1);
    expect(sequences(received, stuck[0]!.partitionkey)).toEqual([1]);
    const due = `select from webhook_deliveries where state = 'waiting' and due_at <= now()`;
    await until('none of it is due', async () => (await database.pool.query(due)).rowCount === 0);
    refused = undefined;
    await later();
    await allDelivered();
    expect(sequences(received, stuck[0]!.partitionkey)).toEqual([
      1,
      ...stuck.map(({ sequence }) => sequence),
    ]);
    const [failed, again] = received.filter(({ event }) => event.id === stuck[0]!.id);
    expect(again!.headers['webhook-id']).toBe(failed!.headers['webhook-id']);
    expect(await listWebhooks(database.pool)).toMatchObject([
      { failingSince: undefined, disabled: undefined },
    ]);
  });

  it('do not wait for each other: a slow one is put off, the others get theirs', async () => {
    const slow = await listening(() => new Promise<number>(() => {}));
    const quick = await listening();
    await add({ url: slow.url });
    for (let order = 0; order < 10; order += 1) await happens(histories.neverPaidInTime);
    const { webhook } = await add({ url: quick.url });
    const events = await happens(histories.neverPaidInTime);
    start({ timeoutMs: 400 });
    await until('the quick one has all', () => quick.received.length === events.length);
    const errors = async () =>
      (await undeliveredCounts(database.pool)).filter(({ webhookId }) => webhookId !== webhook.id);
    await until('the slow one was put off', async () => (await errors())[0]?.error !== undefined);
    expect(await errors()).toMatchObject([{ error: 'There was no answer within 0.4 s.' }]);
    expect(slow.received.length).toBeGreaterThan(0);
  });

  it('are disabled when they are gone, and get what was held once they are enabled', async () => {
    let status = 410;
    const { url, received } = await listening(() => status);
    const { webhook } = await add({ url });
    const events = await happens(histories.neverPaidInTime);
    const logged = start();
    await until('it is disabled', async () => (await webhookCounts(database.pool)).disabled === 1);
    await until('the operator is told', () =>
      logged.includes('A webhook was disabled: nothing is sent there any more.'),
    );
    expect(await listWebhooks(database.pool)).toMatchObject([
      { disabled: { reason: 'It answered 410: it is gone.' } },
    ]);
    expect(await undeliveredCounts(database.pool)).toMatchObject([{ waiting: 0, held: events.length }]);
    expect(received).toHaveLength(1);
    // While it is disabled nothing is kept for it.
    await happens(histories.neverPaidInTime);
    status = 200;
    expect(await enableWebhook(database.pool, webhook.id)).toBe(true);
    expect(await enableWebhook(database.pool, webhook.id)).toBe(false);
    await allDelivered();
    expect(received.slice(1).map(({ event }) => event.id)).toEqual(events.map(({ id }) => id));
  });

  it('are disabled when they have taken nothing for a day', async () => {
    const { url } = await listening(() => 503);
    await add({ url });
    await database.pool.query(`update webhooks set failing_since = now() - interval '23 hours'`);
    await happens(histories.neverPaidInTime);
    start();
    await until('it was tried', async () => (await undeliveredCounts(database.pool))[0]?.error !== undefined);
    expect(await webhookCounts(database.pool)).toMatchObject({ disabled: 0 });
    await database.pool.query(`update webhooks set failing_since = now() - interval '25 hours'`);
    await later();
    await until('it is disabled', async () => (await webhookCounts(database.pool)).disabled === 1);
    expect(await listWebhooks(database.pool)).toMatchObject([
      { disabled: { reason: expect.stringMatching(/^It has taken nothing since \d{4}-/) } },
    ]);
  });

  it('are not disabled by a refusal when they have taken something meanwhile', async () => {
    const takesAgain = async () => (await listWebhooks(database.pool))[0]!.failingSince === undefined;
    const [fine, refused] = [fresh(histories.neverPaidInTime), fresh(histories.neverPaidInTime)];
    const { url } = await listening(async ({ event }) => {
      if (event.data.orderId === fine[0]!.partitionkey) return 200;
      await until('the other order was taken', takesAgain);
      return 503;
    });
    await add({ url });
    await database.pool.query(`update webhooks set failing_since = now() - interval '25 hours'`);
    await consume([...refused, ...fine]);
    start();
    await until(
      'it was refused',
      async () => (await undeliveredCounts(database.pool))[0]?.error !== undefined,
    );
    // Ends the sender, and with it what it has begun.
    await open.shift()!();
    expect(await webhookCounts(database.pool)).toMatchObject({ disabled: 0 });
  });

  it('miss an event after seventeen attempts in vain, and get it when an operator sends it again', async () => {
    let refuse = true;
    const { url, received } = await listening(({ event }) =>
      refuse && event.sequence === '0000000001' ? 400 : 200,
    );
    const { webhook } = await add({ url });
    const events = await happens(histories.neverPaidInTime);
    await database.pool.query('update webhook_deliveries set attempts = 16 where sequence = 1');
    start();
    await until('the others are delivered', () => received.length === events.length);
    await until('one is left', async () => (await waiting()) === 0);
    expect(await undeliveredCounts(database.pool)).toMatchObject([
      { waiting: 0, givenUp: 1, error: 'It answered 400.' },
    ]);
    refuse = false;
    expect(await redeliver(database.pool, webhook.id)).toBe(1);
    await allDelivered();
    expect(received.at(-1)!.event.id).toBe(events[0]!.id);
  });

  it('get again, under the same id, what was sent before a crash', async () => {
    const { url, received } = await listening();
    await add({ url });
    const [first] = await happens(histories.neverPaidInTime);
    const claimed = (await claimDelivery(database.pool))!;
    const poster = webhookPoster({ allowPrivate: true });
    await poster.post(url, signedHeaders({ ...claimed, id: claimed.eventId }, new Date()), claimed.body);
    poster.close();
    // Neither it nor the next one of its order can be taken before the lease is over.
    expect(await claimDelivery(database.pool)).toBeUndefined();
    await later();
    start();
    await allDelivered();
    expect(received.slice(0, 2).map(({ headers }) => headers['webhook-id'])).toEqual([first!.id, first!.id]);
    // Whoever was thought dead cannot undo it.
    await settleDelivery(database.pool, claimed, { state: 'given-up', error: 'late' });
    expect(await webhookCounts(database.pool)).toMatchObject({ givenUp: 0 });
  });

  it('are not led elsewhere by a redirect', async () => {
    const { url, received } = await listening(() => 307);
    await add({ url });
    await happens(histories.neverPaidInTime);
    start();
    await until('it was tried', async () => (await undeliveredCounts(database.pool))[0]?.error !== undefined);
    expect(await undeliveredCounts(database.pool)).toMatchObject([{ error: 'It answered 307.' }]);
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('are one for each owner and address, and take with them what waits when they go', async () => {
    const { webhook, secret } = await add({ url: 'https://shop.example/hook' });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await addWebhook(database.pool, 'shop', { url: webhook.url })).toBeUndefined();
    expect(await addWebhook(database.pool, 'other', { url: webhook.url })).toBeDefined();
    expect(JSON.stringify(await listWebhooks(database.pool))).not.toContain(secret);
    await happens(histories.neverPaidInTime);
    expect(await removeWebhook(database.pool, webhook.id, 'other')).toBe(false);
    expect(await removeWebhook(database.pool, webhook.id, 'shop')).toBe(true);
    expect((await undeliveredCounts(database.pool)).map(({ webhookId }) => webhookId)).not.toContain(
      webhook.id,
    );
  });

  it('are forgotten a week after they were delivered', async () => {
    const { url } = await listening();
    await add({ url });
    const events = await happens(histories.neverPaidInTime);
    start();
    await allDelivered();
    await database.pool.query(
      `update webhook_deliveries set ended_at = now() - interval '8 days' where sequence > 1`,
    );
    expect(await forgetDelivered(database.pool)).toBe(events.length - 1);
    expect(await forgetDelivered(database.pool)).toBe(0);
  });
});

describe('a post', () => {
  it.each([
    'http://127.0.0.1:PORT',
    'http://localhost:PORT',
    'http://2130706433:PORT',
    'http://0.0.0.0:PORT',
    'http://[::1]:PORT',
    'http://[::ffff:127.0.0.1]:PORT',
    'http://10.0.0.1:PORT',
    'http://192.168.0.1:PORT',
    'http://169.254.169.254/latest/meta-data',
    'http://[fd00::1]:PORT',
    'https://127.0.0.1:PORT',
  ])('reaches no private address: %s', async (url) => {
    const server = await receiver();
    const poster = webhookPoster({ allowPrivate: false, timeoutMs: 2000 });
    await expect(poster.post(url.replace('PORT', String(server.port)), {}, '{}')).rejects.toThrow(
      /not allowed/,
    );
    expect(server.received).toEqual([]);
    poster.close();
    await server.stop();
  });
});
