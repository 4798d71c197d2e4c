import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer, within } from '@app/workers/testing';
import { createOrderExample } from '../../apps/order-api/src/commands/routes/placement.js';
import { issueCouponExample } from '../../apps/order-api/src/coupons/issue-coupon.dto.js';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { type RunningSystem, runningSystem } from '../support/running-system.js';
import { cuts, deletion, foreignEvent, type LogDamage, marks, repair } from './damages.js';
import { type TestedEventStore, testedEventStore } from './tested-event-store.js';

const [place, pay, confirm, ship, deliver] = walkthrough.filter(({ method }) => method === 'POST');
const damages = [...marks, ...cuts, deletion];

let server: TestedEventStore;
let client: EventStoreDBClient;
let system: RunningSystem;
const damaged = new Map<LogDamage, string>();
/** Has an event of another application alone. */
const foreignOrder = randomUUID();
const seller = `seller-${randomUUID()}`;

const { completedOrders: _, limitPerBuyer: __, ...coupon } = issueCouponExample;
const { lines, currency } = createOrderExample;
/** What one asks the price of, with the coupon that is whole. */
const quoteRequest = {
  buyerId: 'ayu',
  sellerId: seller,
  currency,
  lines: lines.map(({ title: _title, variant: _variant, ...line }) => line),
  shippingFee: 0,
  couponCodes: ['WHOLE'],
};

const orderStream = (orderId: string) => `order-${orderId}`;
const couponStream = `coupon-${seller}/DAMAGED`;
const stockStream = `stock-${seller}/damaged`;
/** The stream's name on the server. */
const there = (stream: string) => `${system.environment.EVENT_STORE_PREFIX}${stream}`;

/** Plays the steps of the walkthrough, and gives the order's id. */
async function walk(steps: typeof walkthrough, changes: object = {}): Promise<string> {
  let orderId = '';
  for (const { path, body } of steps) {
    const sent = path === '/orders' ? { ...body, ...changes } : body;
    const answer = await system.call('POST', path.replace('$ORDER', orderId), { body: sent });
    expect([path, answer.status]).toEqual([path, path === '/orders' ? 201 : 200]);
    orderId ||= answer.body['orderId'] as string;
  }
  return orderId;
}

/** The command line beside the running system. */
const orders = (...args: string[]) =>
  within(90_000, `the end of orders ${args.join(' ')}`, runCaptured(system.environment, ...args));

/** What somebody is told who asks for an order, its history, or sends a command. */
async function answersFor(orderId: string): Promise<unknown[]> {
  const calls = [
    await system.call('GET', `/orders/${orderId}`),
    await system.call('GET', `/orders/${orderId}/history`),
    await system.call('POST', `/orders/${orderId}/cancel`, { body: { reason: 'changed-mind' } }),
  ];
  return calls.map(({ status, body }) => [status, body['code']]);
}
const refused = Array(3).fill([409, 'order-history-damaged']);

/** Streams that are damaged to the end. */
const damagedStreams = () => [
  ...[...marks, deletion].map((damage) => orderStream(damaged.get(damage)!)),
  orderStream(foreignOrder),
  couponStream,
  stockStream,
];

beforeAll(async () => {
  server = await testedEventStore();
  client = EventStoreDBClient.connectionString(server.address.replace(/^kurrentdb/, 'esdb'));
  system = await runningSystem();
  for (const damage of damages) damaged.set(damage, await walk([place!, pay!, confirm!]));
  await system.call('POST', `/sellers/${seller}/coupons`, { body: { ...coupon, code: 'DAMAGED' } });
  await system.call('POST', `/sellers/${seller}/coupons`, { body: { ...coupon, code: 'WHOLE' } });
  await system.call('PUT', `/sellers/${seller}/stock/damaged`, { body: { onHand: 1 } });
  for (const damage of damages) await damage.do(client, there(orderStream(damaged.get(damage)!)));
  for (const stream of [orderStream(foreignOrder), couponStream, stockStream])
    await foreignEvent.do(client, there(stream));
});
afterAll(async () => {
  await system.stop();
  await client.dispose();
  await server.remove();
});

describe('an order whose stream', () => {
  const everyDamage = damages.map((damage) => [damage.what, damage] as const);

  it.each(everyDamage)('%s is told as damaged', async (_, damage) => {
    expect(await answersFor(damaged.get(damage)!)).toEqual(refused);
  });

  it('has nothing but events of another application is told as damaged', async () => {
    expect(await answersFor(foreignOrder)).toEqual(refused);
  });

  it.each(everyDamage)('%s is told so after a restart too', async (_, damage) => {
    if (damage === damages[0]) await system.restart();
    expect(await answersFor(damaged.get(damage)!)).toEqual(refused);
  });

  it.each(cuts.map((cut) => [cut.what, cut] as const))('%s goes on after a repair', async (_, cut) => {
    const orderId = damaged.get(cut)!;
    await repair(client, there(orderStream(orderId)));
    const detail = () => system.call('GET', `/orders/${orderId}`);
    await untilAnswer(detail, ({ status }) => status === 200);
    expect(await answersFor(orderId)).toEqual(Array(3).fill([200, undefined]));
  });
});

describe('beside damaged streams', () => {
  it('all other orders go on to everybody who follows them', async () => {
    const buyerId = system.name('buyer');
    const orderId = await walk([place!, pay!, confirm!, ship!, deliver!], { buyerId });
    const list = () => system.call<{ items: { status: string }[] }>('GET', `/buyers/${buyerId}/orders`);
    await untilAnswer(list, ({ body }) => body.items[0]?.status === 'Delivered');
    const notices = () => system.call<{ items: { kind: string }[] }>('GET', `/buyers/${buyerId}/notices`);
    await untilAnswer(notices, ({ body }) => body.items[0]?.kind === 'delivered');
    const tracking = () => system.call<{ packages: unknown[] }>('GET', `/orders/${orderId}/tracking`);
    await untilAnswer(tracking, ({ body }) => body.packages.length === 1);
  });

  it('coupons of other orders are given back', async () => {
    const { body: quote } = await system.call('POST', '/quotes', { body: quoteRequest });
    const { discounts, fees, shippingFee, total } = quote;
    const priced = { sellerId: seller, couponCodes: ['WHOLE'], discounts, fees, shippingFee, total };
    const orderId = await walk([place!], priced);
    const redeemed = () => system.call('GET', `/sellers/${seller}/coupons/WHOLE`);
    expect((await redeemed()).body).toMatchObject({ redeemed: 1 });
    await system.call('POST', `/orders/${orderId}/cancel`, { body: { reason: 'changed-mind' } });
    await untilAnswer(redeemed, ({ body }) => body['redeemed'] === 0);
  });

  it('the process is ready, and counts what is parked', async () => {
    expect(await system.readiness()).toBe(200);
    expect(await system.metrics()).toMatch(/^parked_streams{follower="[^"]+"} [1-9]/m);
  });

  it('the command line lists what is parked', async () => {
    const { exitCode, out } = await orders('parked', 'list');
    expect(exitCode).toBe(0);
    expect(damagedStreams().filter((stream) => !out.includes(stream))).toEqual([]);
  });

  it('`verify` names each of them in a row, and nothing else', async () => {
    const { exitCode, out, err } = await orders('verify');
    expect(exitCode).toBe(1);
    const rows = out.trim().split('\n');
    expect(damagedStreams().filter((stream) => !rows.some((row) => row.includes(stream)))).toEqual([]);
    expect(rows.filter((row) => !damagedStreams().some((stream) => row.includes(stream)))).toEqual([]);
    for (const row of rows) JSON.parse(row);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('`replay` gives the events of all other orders', async () => {
    const whole = await walk([place!, pay!]);
    const { out, err } = await orders('replay');
    const replayed = out.split('\n').filter((line) => line.includes(`"orderId":"${whole}"`));
    expect(replayed).toHaveLength(2);
    expect(err).not.toMatch(/^\s+at /m);
  });
});
