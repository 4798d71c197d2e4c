import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { create, pay } from '@app/ordering/testing';
import { processOn, shopOn } from '../testing/shop.js';
import { settleStockStream } from './stock-resource.js';
import { stockStream } from './stock-stream.js';

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

const policy = { unpaidUnits: 5 };
const shirts = (quantity: number, productId = 'p-shirt') => ({
  lines: [{ lineId: 'shirt', productId, title: 'Shirt', quantity, unitPrice: 4000 }],
  ...{ discounts: [], fees: [], shippingFee: 0, total: quantity * 4000 },
});

/** What the reservation worker does when the order has moved on. */
async function settle(sellerId: string, orderId: string): Promise<void> {
  const { stocks, log } = processOn(store);
  await settleStockStream(stocks, stockStream(sellerId, 'p-shirt'), orderId, await log.read(orderId));
}

describe('unpaid orders', () => {
  it('take no more of a product than the policy lets them, in one order or in several (M3)', async () => {
    const { order, refusalOf, sellerId, variantStock } = await shopOn(store, 50, policy);
    expect(await order(undefined, undefined, shirts(50))).toBe('too-many-unpaid');
    expect(await order(undefined, undefined, shirts(4))).toBe('AwaitingPayment');
    const orderId = randomUUID();
    expect(await refusalOf(orderId, create({ orderId, sellerId, ...shirts(2) }))).toMatchObject({
      code: 'too-many-unpaid',
      values: { available: 1 },
      pointer: '/lines/0',
    });
    expect(await order(undefined, undefined, { ...shirts(5), buyerId: 'another' })).toBe('AwaitingPayment');
    expect(await variantStock()).toMatchObject({ held: 9 });
  });

  it('of one buyer hold together what is let, however many race (M3)', async () => {
    const { order, variantStock } = await shopOn(store, 50, policy);
    const processes = [1, 2, 3].map(() => processOn(store, policy).commands);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, nr) => order(undefined, processes[nr % 3], shirts(1))),
    );
    expect(outcomes.filter((outcome) => outcome === 'AwaitingPayment')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'too-many-unpaid')).toHaveLength(7);
    expect(await variantStock()).toMatchObject({ held: 5 });
  });

  it('count no more once they are paid, or cancelled (M3)', async () => {
    const { order, on, sellerId } = await shopOn(store, 50, policy);
    const [paid, cancelled] = [randomUUID(), randomUUID()];
    expect(await order(paid, undefined, shirts(3))).toBe('AwaitingPayment');
    expect(await order(cancelled, undefined, shirts(2))).toBe('AwaitingPayment');
    expect(await order(undefined, undefined, shirts(1))).toBe('too-many-unpaid');
    await on(paid, pay({ amount: 12_000 }));
    await settle(sellerId, paid);
    expect(await order(undefined, undefined, shirts(4))).toBe('too-many-unpaid');
    expect(await order(undefined, undefined, shirts(3))).toBe('AwaitingPayment');
    await on(cancelled, { type: 'cancel', reason: 'changed-mind' });
    await settle(sellerId, cancelled);
    expect(await order(undefined, undefined, shirts(2))).toBe('AwaitingPayment');
  });

  it('are not changed beyond it, with stock or without, until they are paid (M3)', async () => {
    for (const product of ['p-shirt', 'p-without-stock']) {
      const { order, on } = await shopOn(store, 50, policy);
      const orderId = randomUUID();
      const more = (quantity: number) =>
        on(orderId, { type: 'modify-lines', changes: [{ lineId: 'shirt', quantity }] });
      expect(await order(undefined, undefined, shirts(6, product))).toBe('too-many-unpaid');
      expect(await order(orderId, undefined, shirts(2, product))).toBe('AwaitingPayment');
      expect(await more(6)).toBe('too-many-unpaid');
      expect(await more(5)).toBe('AwaitingPayment');
      await on(orderId, pay({ amount: 20_000 }));
      expect(await more(6)).not.toBe('too-many-unpaid');
    }
  });

  it('take 20 units of a product where the seller has set nothing, and any number where it is 0 (M3)', async () => {
    const { order } = await shopOn(store, 50);
    expect(await order(undefined, undefined, shirts(50))).toBe('too-many-unpaid');
    expect(await order(undefined, undefined, shirts(20))).toBe('AwaitingPayment');
    const unlimited = await shopOn(store, 50, { unpaidUnits: 0 });
    expect(await unlimited.order(undefined, undefined, shirts(50))).toBe('AwaitingPayment');
  });
});
