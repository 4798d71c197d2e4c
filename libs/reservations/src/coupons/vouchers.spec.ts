import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { collect } from '@app/event-store/testing';
import { OrderCommands } from '@app/order-log';
import { request } from '@app/order-log/testing';
import { type Voucher } from '@app/ordering';
import { create, delay, pay } from '@app/ordering/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { couponResource, couponStream, listCoupons, reservationWork } from '../index.js';
import { processOn } from '../testing/shop.js';

let database: TestDatabase;
let store: PostgresEventStore;
let stopping: AbortController;
let running: Promise<void> | undefined;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterEach(async () => {
  stopping?.abort();
  await running;
  running = undefined;
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

function follow(): void {
  const { log, coupons } = processOn(store);
  const work = reservationWork({
    pool: database.pool,
    eventStore: store,
    orderLog: log,
    resources: [couponResource(coupons)],
    onUnsettled: () => {},
  });
  stopping = new AbortController();
  running = runForever(work, stopping.signal, { onFailure: () => {} });
}

const offering = delay({ offer: { kind: 'voucher', amount: 500 } });

/** An order whose buyer was promised a voucher by a process that died right after, unless others carry it out. */
async function promised(by = new OrderCommands(processOn(store).log)) {
  const [orderId, sellerId] = [randomUUID(), randomUUID()];
  for (const command of [create({ orderId, sellerId }), pay(), { type: 'confirm' } as const, offering])
    expect(await by.execute(request(orderId, command))).toMatchObject({ kind: 'accepted' });
  const { order } = (await processOn(store).log.read(orderId))!;
  return { orderId, sellerId, voucher: order.vouchers![0]! };
}

const eventsOf = async (sellerId: string, { code }: Voucher) =>
  (await collect(store.readStream(couponStream(sellerId, code)))).map(({ type }) => type);

describe('a voucher that was promised', () => {
  it('is a coupon at once (M16)', async () => {
    const { sellerId, voucher } = await promised(processOn(store).commands);
    expect(await processOn(store).coupons.find(sellerId, voucher.code)).toMatchObject({
      redeemed: 0,
      terms: { buyerId: 'b-1', paidBy: 'seller', limit: 1, benefit: { kind: 'amount', amount: 500 } },
    });
  });

  it('becomes one when the process that promised it has died, once, however often the log is followed (M16)', async () => {
    const { sellerId, voucher } = await promised();
    expect(await eventsOf(sellerId, voucher)).toEqual([]);
    follow();
    await until('it is listed', async () => (await listCoupons(database.pool, sellerId)).length === 1);
    stopping.abort();
    await running;
    await database.pool.query(`delete from followers where name = 'reservations/order'`);
    const later = await promised();
    follow();
    await until(
      'a later one is there',
      async () => (await listCoupons(database.pool, later.sellerId)).length === 1,
    );
    expect(await eventsOf(sellerId, voucher)).toEqual(['CouponIssued']);
  });

  it('is for its buyer alone, once, and cannot be withdrawn (M16)', async () => {
    const { sellerId, voucher } = await promised(processOn(store).commands);
    const { coupons } = processOn(store);
    const cart = { currency: 'EUR', lines: create().lines };
    const redeem = (buyerId: string, at: string, orderId: string = randomUUID()) =>
      coupons.redeem(sellerId, voucher.code, { orderId, buyerId, at, completedOrders: 0, cart }, {});
    const now = voucher.issuedAt;
    expect(await redeem('b-2', now)).toMatchObject({ refusal: { code: 'coupon-not-yours' } });
    expect(await redeem('b-1', voucher.validUntil!)).toMatchObject({
      refusal: { code: 'coupon-not-valid-now' },
    });
    expect(await coupons.withdraw(sellerId, voucher.code, now, {})).toMatchObject({
      refusal: { code: 'coupon-promised' },
    });
    expect(await redeem('b-1', now)).toMatchObject({ kind: 'accepted' });
    expect(await redeem('b-1', now)).toMatchObject({ refusal: { code: 'coupon-used-up' } });
  });
});

describe('a coupon that is offered as a voucher', () => {
  it('holds to the instant that its times name, in whatever zone they are said (M16)', async () => {
    const { coupons, reservations, log } = processOn(store);
    const { sellerId, orderId } = await promised();
    const validUntil = '2026-01-05T20:00:00+07:00';
    const benefit = { kind: 'amount', amount: 500 } as const;
    const terms = { sellerId, code: 'SORRY', label: 'Sorry', currency: 'EUR', benefit, validUntil };
    await coupons.issue(terms, '2026-01-01T00:00:00.000Z', {});
    const { order } = (await log.read(orderId))!;
    expect(await reservations.offeredTo(order, 'SORRY', '2026-01-05T12:59:59.999Z')).toMatchObject(terms);
    expect(await reservations.offeredTo(order, 'SORRY', '2026-01-05T13:00:00.000Z')).toBeUndefined();
  });
});
