import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { request } from '@app/order-log/testing';
import { type OrderPolicy } from '@app/ordering';
import { cancel, pay } from '@app/ordering/testing';
import { stockResource, stockStream } from '../index.js';
import { confirmCommand, processOn, shirts, shopOn } from '../testing/shop.js';

let database: TestDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const newProcess = () => processOn(store);
const shop = (onHand: number, policy?: Partial<OrderPolicy>) => shopOn(store, onHand, policy);

describe('a seller who holds goods from the payment on', () => {
  const atPayment = { reserveStockAt: 'payment' } as const;

  it('sells to whoever pays first, and confirms nothing that is not there', async () => {
    const { order, on, variantStock, refusalOf, counting } = await shop(3, atPayment);
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await order(first)).toBe('AwaitingPayment');
    expect(await order(second)).toBe('AwaitingPayment');
    expect(await variantStock()).toMatchObject({ held: 0 });
    await on(second, pay());
    expect(await on(second, confirmCommand)).toBe('Confirmed');
    expect(await variantStock()).toMatchObject({ held: 2, available: 1 });
    expect(await order()).toBe('out-of-stock');
    await on(first, pay());
    expect(await refusalOf(first, confirmCommand)).toMatchObject({
      code: 'stock-missing',
      values: { goods: { goods: [{ title: 'Shirt', quantity: 1 }] } },
      allowedCommands: expect.arrayContaining(['confirm', 'cancel']),
    });
    await counting(4);
    expect(await on(first, confirmCommand)).toBe('Confirmed');
  });
});

describe('a confirmation', () => {
  it('finds out that less is there than was sold, and serves those who came first', async () => {
    const { order, on, counting } = await shop(4);
    const [first, second] = [randomUUID(), randomUUID()];
    for (const orderId of [first, second]) {
      await order(orderId);
      await on(orderId, pay());
    }
    await counting(3);
    expect(await on(second, confirmCommand)).toBe('stock-missing');
    expect(await on(first, confirmCommand)).toBe('Confirmed');
    await on(second, cancel({ units: shirts(1) }));
    expect(await on(second, confirmCommand)).toBe('Confirmed');
  });

  it('holds nothing for an order that another process has cancelled', async () => {
    const { order, on, counting, variantStock, sellerId, stocks } = await shop(2);
    const orderId = randomUUID();
    await order(orderId);
    await on(orderId, pay());
    const { commands, log } = newProcess();
    await log.read(orderId);
    await on(orderId, cancel());
    const ended = await newProcess().log.read(orderId);
    await stockResource(stocks).settle(stockStream(sellerId, 'p-shirt'), orderId, ended);
    await counting(1);
    expect(await on(orderId, confirmCommand, commands)).toBe('order-cancelled');
    expect(await variantStock()).toMatchObject({ held: 0 });
  });

  it('by itself stops there, and tells so once', async () => {
    const { order, on, counting } = await shop(2, { autoConfirm: true });
    const orderId = randomUUID();
    await order(orderId);
    await counting(0);
    await on(orderId, pay());
    const { commands, log } = newProcess();
    const actor = { role: 'timer', id: 'clock' } as const;
    for (let round = 0; round < 2; round += 1)
      await commands.execute(request(orderId, { type: 'fire-timers' }, { actor }));
    const types = (await log.history(orderId)).map(({ event }) => event.type);
    expect(types).toEqual(['OrderPlaced', 'PaymentCaptured', 'StockMissing']);
    await counting(2);
    expect(await on(orderId, confirmCommand)).toBe('Confirmed');
  });
});
