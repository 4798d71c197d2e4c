import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { isBehind, parsePosition, PostgresEventStore } from '@app/event-store';
import { collect, idsOf } from '@app/event-store/testing';
import { OrderCommands, OrderLog } from '@app/order-log';
import { request } from '@app/order-log/testing';
import { couponDiscounts, type CouponTerms } from '@app/ordering';
import { cancel, create } from '@app/ordering/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import {
  type CouponOutcome,
  couponResource,
  Coupons,
  couponStream,
  listCoupons,
  releaseForgotten,
  reservationWork,
  transactionsOn,
} from '../index.js';
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

const at = '2026-01-05T09:00:00.000Z';
const seller = 's-1';

/** A process of its own: it shares the log with the others, and nothing else. */
const newProcess = () => new Coupons(store);
const coupons = () => newProcess();

/** A new coupon of ten percent. */
async function issued(changes: Partial<CouponTerms> = {}): Promise<string> {
  const code = randomUUID();
  const terms: CouponTerms = {
    sellerId: seller,
    code,
    label: 'Sale',
    currency: 'EUR',
    benefit: { kind: 'percentage', basisPoints: 1000 },
    ...changes,
  };
  expect(await coupons().issue(terms, at, {})).toHaveProperty('answer');
  return code;
}

const cart = { currency: 'EUR', lines: create().lines };
const redeem = (
  code: string,
  orderId: string = randomUUID(),
  buyerId: string = randomUUID(),
  by = coupons(),
) => by.redeem(seller, code, { orderId, buyerId, at, completedOrders: 0, cart }, {});
const codeOf = (outcome: CouponOutcome): string | undefined =>
  outcome.kind === 'refused' ? outcome.refusal.code : undefined;
const eventsOf = async (code: string): Promise<string[]> =>
  idsOf(await collect(store.readStream(couponStream(seller, code))));
const redeemed = async (code: string): Promise<number> => (await coupons().find(seller, code))!.redeemed;

describe('a coupon', () => {
  it('is not taken for given back where others are ahead again and again', async () => {
    const code = await issued();
    const orderId = randomUUID();
    await redeem(code, orderId);
    const busy = new PostgresEventStore(database.pool);
    busy.append = async () => ({ kind: 'conflict', actual: 1 });
    const resource = couponResource(new Coupons(busy));
    await expect(resource.settle(couponStream(seller, code), orderId, undefined)).rejects.toThrow(code);
    expect(await redeemed(code)).toBe(1);
    await busy.close();
  });

  it('is issued once', async () => {
    const code = await issued();
    const { terms } = (await coupons().find(seller, code))!;
    const again = await coupons().issue(terms, at, {});
    expect(again).toMatchObject({ answer: { revision: 0, changed: false } });
    expect(codeOf(await coupons().issue({ ...terms, limit: 1 }, at, {}))).toBe('coupon-already-exists');
  });

  it('is used once by an order, however often it asks', async () => {
    const code = await issued({ limit: 1 });
    const orderId = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => redeem(code, orderId, 'ayu')));
    expect(outcomes.map(codeOf)).toEqual(Array(5).fill(undefined));
    expect(await redeemed(code)).toBe(1);
  });

  it('is not used beyond its limit, whoever asks at the same time', async () => {
    const code = await issued({ limit: 7 });
    const processes = [newProcess(), newProcess(), newProcess()];
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => redeem(code, undefined, undefined, processes[index % 3])),
    );
    expect(outcomes.filter((outcome) => codeOf(outcome) === undefined)).toHaveLength(7);
    expect(outcomes.filter((outcome) => codeOf(outcome) === 'coupon-used-up')).toHaveLength(23);
    expect(await redeemed(code)).toBe(7);
  });

  it('gives its last use to one of two', async () => {
    for (let round = 0; round < 20; round += 1) {
      const code = await issued({ limit: 1 });
      const outcomes = await Promise.all([redeem(code), redeem(code)]);
      expect(outcomes.map(codeOf).sort()).toEqual(['coupon-used-up', undefined]);
    }
  });

  it('is used by a buyer so often and no more', async () => {
    const code = await issued({ limitPerBuyer: 1 });
    expect(codeOf(await redeem(code, 'o-1', 'ayu'))).toBeUndefined();
    expect(codeOf(await redeem(code, 'o-2', 'ayu'))).toBe('coupon-used-up');
    expect(codeOf(await redeem(code, 'o-2', 'budi'))).toBeUndefined();
  });

  it('is not used once it is withdrawn, unknown, or not meant', async () => {
    const code = await issued();
    await coupons().withdraw(seller, code, at, {});
    expect(codeOf(await redeem(code))).toBe('coupon-withdrawn');
    expect(codeOf(await redeem('no-such-coupon'))).toBe('unknown-coupon');
    expect(codeOf(await redeem(await issued({ completedOrders: 1 })))).toBe('coupon-for-returning-buyers');
    expect(codeOf(await coupons().withdraw(seller, 'no-such-coupon', at, {}))).toBe('unknown-coupon');
  });
});

describe('an order that does not come by HTTP', () => {
  /** A command that creates an order of the cart with the coupon, ten percent off. */
  const ordering = (code: string, changes: object = {}) => {
    const orderId = randomUUID();
    const discounts = [{ code, label: 'Sale', amount: 1000 }];
    return request(orderId, create({ orderId, couponCodes: [code], discounts, ...changes }));
  };
  const codes = async (...sent: ReturnType<typeof ordering>[]) => {
    const outcomes = await Promise.all(sent.map((command) => processOn(store).commands.execute(command)));
    return outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.refusal.code : 'accepted')).sort();
  };

  it('uses its coupon once, however often and wherever it is sent', async () => {
    const code = await issued({ limit: 1 });
    const order = ordering(code);
    expect(await codes(order, order, order)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await redeemed(code)).toBe(1);
    expect(await codes(ordering(code))).toEqual(['coupon-used-up']);
  });

  it('of two at once gets the last use, and the other one is refused at the coupon', async () => {
    const code = await issued({ limit: 1 });
    expect(await codes(ordering(code), ordering(code))).toEqual(['accepted', 'coupon-used-up']);
    expect(await processOn(store).commands.execute(ordering(code))).toMatchObject({
      refusal: { code: 'coupon-used-up', pointer: '/couponCodes/0' },
    });
  });

  it('gives its coupon back when its goods are sold out', async () => {
    const code = await issued({ sellerId: 's-empty' });
    await processOn(store).stocks.count('s-empty', 'p-shirt', { onHand: 0 }, at, {});
    const order = ordering(code, { sellerId: 's-empty' });
    expect(await codes(order)).toEqual(['out-of-stock']);
    expect(await processOn(store).commands.preview(order)).toMatchObject({
      refusal: { code: 'out-of-stock' },
    });
    expect((await coupons().find('s-empty', code))!.redeemed).toBe(0);
  });

  it('that another system has recorded uses none', async () => {
    const code = await issued();
    expect(await codes({ ...ordering(code), imported: true })).toEqual(['accepted']);
    expect(await codes({ ...ordering(code, { couponCodes: [] }), imported: true })).toEqual(['accepted']);
    expect(await redeemed(code)).toBe(0);
  });

  it('is tried without using its coupon', async () => {
    const code = await issued({ limit: 1 });
    const { commands } = processOn(store);
    expect(await commands.preview(ordering(code))).toMatchObject({ kind: 'accepted' });
    expect(await commands.preview(ordering(code, { discounts: [], total: 10_600 }))).toMatchObject({
      refusal: { code: 'coupon-amount-mismatch', pointer: '/couponCodes/0' },
    });
    expect(await redeemed(code)).toBe(0);
  });
});

describe('what becomes of the order', () => {
  const log = () => new OrderLog(store);
  const issue = (orderId: string, command: Parameters<typeof request>[1]) =>
    new OrderCommands(log()).execute(request(orderId, command));
  const placeWith = async (code: string): Promise<string> => {
    const orderId = randomUUID();
    await redeem(code, orderId, 'b-1');
    const discounts = couponDiscounts(cart.lines, [(await coupons().find(seller, code))!.terms]);
    const order = create({ orderId, couponCodes: [code], discounts });
    expect(await issue(orderId, order)).toMatchObject({ kind: 'accepted' });
    return orderId;
  };
  const settling = () => ({
    pool: database.pool,
    eventStore: store,
    orderLog: log(),
    resources: [couponResource(coupons())],
    onUnsettled: (orderId: string, error: unknown) => {
      throw new Error(`Order ${orderId} is not settled: ${String(error)}`);
    },
  });
  const failures: unknown[] = [];
  function follow(): void {
    stopping = new AbortController();
    const onFailure = (error: unknown): void => void failures.push(error);
    running = runForever(reservationWork(settling()), stopping.signal, { onFailure });
  }
  const held = async (orderId: string): Promise<boolean | undefined> => {
    const { rows } = await database.pool.query<{ ordered: boolean }>(
      'select ordered from reservations where order_id = $1',
      [orderId],
    );
    return rows[0]?.ordered;
  };
  async function lookForForgotten(): Promise<void> {
    const client = await database.pool.connect();
    await releaseForgotten({ ...settling(), transact: transactionsOn(client) });
    client.release();
  }
  const forgotten = (orderId: string) =>
    database.pool.query(`update reservations set since = now() - interval '16 minutes' where order_id = $1`, [
      orderId,
    ]);

  it('gives the coupon back when all of it is cancelled, and not before', async () => {
    const code = await issued({ limit: 1 });
    const orderId = await placeWith(code);
    await issue(orderId, cancel({ units: [{ lineId: 'mug', quantity: 1 }] }));
    follow();
    await until('the order is known', async () => (await held(orderId)) === true);
    expect(codeOf(await redeem(code))).toBe('coupon-used-up');
    await issue(orderId, cancel());
    await until('the coupon is free', async () => (await redeemed(code)) === 0);
    await until('the row is gone', async () => (await held(orderId)) === undefined);
    expect(codeOf(await redeem(code))).toBeUndefined();
    expect(failures).toEqual([]);
  });

  it('gives it back when no order came in a quarter of an hour', async () => {
    const code = await issued();
    const [orderId, young] = [randomUUID(), randomUUID()];
    await redeem(code, orderId);
    await redeem(code, young);
    follow();
    await until(
      'both are noted',
      async () => (await held(orderId)) === false && (await held(young)) === false,
    );
    await forgotten(orderId);
    await lookForForgotten();
    expect(await redeemed(code)).toBe(1);
    await until('the row is gone', async () => (await held(orderId)) === undefined);
  });

  it('keeps it for an order that came late after all', async () => {
    const code = await issued({ limit: 1 });
    const orderId = randomUUID();
    await redeem(code, orderId);
    follow();
    await until('it is noted', async () => (await held(orderId)) === false);
    await forgotten(orderId);
    await lookForForgotten();
    expect(await redeemed(code)).toBe(0);
    await issue(orderId, create({ orderId, couponCodes: [code] }));
    await until('the order holds it', async () => (await redeemed(code)) === 1);
  });

  it('is followed by two at once, and from the beginning again, to the same end', async () => {
    const code = await issued();
    follow();
    const [first, firstStop] = [running, stopping];
    follow();
    const orders = await Promise.all(Array.from({ length: 5 }, () => placeWith(code)));
    await Promise.all(orders.slice(0, 3).map((orderId) => issue(orderId, cancel())));
    await until('three are given back', async () => (await redeemed(code)) === 2);
    firstStop.abort();
    stopping.abort();
    await Promise.all([first, running]);
    const before = await eventsOf(code);
    const lastOrder = (await store.lastPosition())!;
    await database.pool.query('delete from reservations; delete from followers; delete from coupons');
    follow();
    await until('the list is made anew', async () =>
      (await listCoupons(database.pool, seller)).some(
        ({ terms, redeemed: uses }) => terms.code === code && uses === 2,
      ),
    );
    await until('all is settled', async () => {
      const { rows } = await database.pool.query<{ position: string }>(
        `select position from followers where name = 'reservations/order'`,
      );
      return rows[0] !== undefined && !isBehind(lastOrder, parsePosition(rows[0].position));
    });
    expect(await eventsOf(code)).toEqual(before);
  });
});
