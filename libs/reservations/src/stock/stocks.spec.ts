import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { request } from '@app/order-log/testing';
import { demandOf, type OrderCommand, type OrderPolicy } from '@app/ordering';
import { cancel, create, deliver, modifyLines, pay, ship } from '@app/ordering/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { listStock, reservationWork, stockResource, stockStream } from '../index.js';
import { at, confirmCommand, processOn, shirts, shopOn } from '../testing/shop.js';
import { decode } from './codec.js';
import { Stock } from './stock.js';

let database: TestDatabase;
let store: PostgresEventStore;
let stopping: AbortController | undefined;
let running: Promise<void> | undefined;
const failures: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterEach(async () => {
  stopping?.abort();
  await running;
  expect(failures).toEqual([]);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const newProcess = () => processOn(store);
const shop = (onHand: number, policy?: Partial<OrderPolicy>) => shopOn(store, onHand, policy);

function follow(): void {
  stopping = new AbortController();
  const { stocks, log } = newProcess();
  const fail = (error: unknown): void => void failures.push(error);
  const work = reservationWork({
    pool: database.pool,
    eventStore: store,
    orderLog: log,
    resources: [stockResource(stocks)],
    onUnsettled: (_, error) => fail(error),
  });
  running = runForever(work, stopping.signal, { onFailure: fail });
}

describe('an order', () => {
  it('holds its goods from its creation on, and what there is no more of is sold out', async () => {
    const { order, variantStock, refusalOf, sellerId } = await shop(3);
    expect(await order()).toBe('AwaitingPayment');
    expect(await variantStock()).toEqual({ onHand: 3, held: 2, available: 1 });
    const orderId = randomUUID();
    expect(await refusalOf(orderId, create({ orderId, sellerId }))).toMatchObject({
      code: 'out-of-stock',
      pointer: '/lines/0',
      values: { title: 'Shirt', available: 1 },
    });
    expect(await variantStock()).toMatchObject({ held: 2 });
  });

  it('takes the last one from all others, in however many processes they ask', async () => {
    const { order, variantStock } = await shop(9);
    const processes = [newProcess(), newProcess(), newProcess()].map(({ commands }) => commands);
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, index) => order(randomUUID(), processes[index % 3])),
    );
    expect(outcomes.filter((outcome) => outcome === 'AwaitingPayment')).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === 'out-of-stock')).toHaveLength(20);
    expect(await variantStock()).toEqual({ onHand: 9, held: 8, available: 1 });
  });

  it('holds them once, however often and wherever it is sent', async () => {
    const { sellerId, variantStock } = await shop(9);
    const orderId = randomUUID();
    const command = request(orderId, create({ orderId, sellerId }));
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => newProcess().commands.execute(command)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await variantStock()).toMatchObject({ held: 2 });
  });

  it('of several products holds all or none', async () => {
    const { order, variantStock, sellerId } = await shop(9);
    await newProcess().stocks.count(sellerId, 'p-mug', { onHand: 0 }, at, {});
    expect(await order()).toBe('out-of-stock');
    expect(await variantStock()).toMatchObject({ held: 0 });
  });

  it('of a product of which no stock is kept is taken as ever', async () => {
    const { order } = await shop(0);
    expect(await order(undefined, undefined, { sellerId: randomUUID() })).toBe('AwaitingPayment');
  });

  it('is of a product with stock within a second of its first count, in every process', async () => {
    const { commands } = newProcess();
    const sellerId = randomUUID();
    const outOfStock = async () => {
      const orderId = randomUUID();
      const outcome = await commands.execute(request(orderId, create({ orderId, sellerId })));
      return outcome.kind === 'refused' && outcome.refusal.code === 'out-of-stock';
    };
    expect(await outOfStock()).toBe(false);
    await newProcess().stocks.count(sellerId, 'p-shirt', { onHand: 0 }, at, {});
    await until('it is sold out', outOfStock);
  });

  it('is shown to be refused before it is sent, and nothing is held', async () => {
    const { sellerId, variantStock, stocks } = await shop(1);
    const orderId = randomUUID();
    const { commands } = newProcess();
    expect(await commands.preview(request(orderId, create({ orderId, sellerId })))).toMatchObject({
      refusal: { code: 'out-of-stock' },
    });
    await stocks.count(sellerId, 'p-shirt', { onHand: 2 }, at, {});
    expect(await commands.preview(request(orderId, create({ orderId, sellerId })))).toMatchObject({
      kind: 'accepted',
    });
    expect(await variantStock()).toMatchObject({ held: 0 });
  });
});

describe('goods come back', () => {
  it('when units or all of the order are cancelled, and leave when it is shipped', async () => {
    const { order, on, variantStock } = await shop(9);
    const orderId = randomUUID();
    await order(orderId);
    follow();
    await on(orderId, pay());
    await on(orderId, cancel({ units: shirts(1) }));
    await until('one is free', async () => (await variantStock()).held === 1);
    await on(orderId, confirmCommand);
    await on(orderId, ship());
    await until('one has left', async () => (await variantStock()).onHand === 8);
    expect(await variantStock()).toEqual({ onHand: 8, held: 0, available: 8 });
    await on(orderId, deliver());
  });

  it('when a change of lines needs fewer, or others', async () => {
    const { order, on, refusalOf, variantStock, counting } = await shop(3);
    await counting(1, 'M');
    const orderId = randomUUID();
    await order(orderId);
    follow();
    const inM = (quantity: number) =>
      modifyLines({ changeId: undefined, changes: [{ lineId: 'shirt', variant: 'M', quantity }] });
    expect(await on(orderId, inM(2))).toBe('out-of-stock');
    expect(await refusalOf(orderId, modifyLines({ changes: shirts(4) }))).toMatchObject({
      code: 'out-of-stock',
      pointer: '/changes/0',
      values: { title: 'Shirt', available: 3 },
    });
    expect(await variantStock('M')).toMatchObject({ held: 0 });
    expect(await on(orderId, inM(1))).toBe('AwaitingPayment');
    await until('two are free', async () => (await variantStock()).held === 0);
    expect(await variantStock('M')).toEqual({ onHand: 1, held: 1, available: 0 });
  });

  it('not while a change that needs them may be on its way, and with the next event where it never came', async () => {
    const { order, on, variantStock, sellerId, stocks } = await shop(9);
    const orderId = randomUUID();
    await order(orderId);
    const { log, reservations } = newProcess();
    const before = (await log.read(orderId))!;
    const lines = before.order.lines.map((line) => ({ ...line, ordered: line.ordered + 2 }));
    const changing = request(orderId, modifyLines({ changes: shirts(4) }));
    await reservations.reserve({ request: changing, before, after: { ...before.order, lines } });
    const settle = async () =>
      stockResource(stocks).settle(stockStream(sellerId, 'p-shirt'), orderId, await log.read(orderId));
    await settle();
    expect(await variantStock()).toMatchObject({ held: 4 });
    await on(orderId, pay());
    await settle();
    expect(await variantStock()).toMatchObject({ held: 2 });
  });

  it('to the lists as to the streams, also when these are made anew', async () => {
    const { order, on, sellerId } = await shop(9);
    const [kept, gone] = [randomUUID(), randomUUID()];
    await order(kept);
    await order(gone);
    await on(gone, cancel());
    const listed = async () => listStock(database.pool, sellerId, { limit: 10 });
    const expected = [{ productId: 'p-shirt', onHand: 9, held: 2 }];
    const shows = async () => JSON.stringify(await listed()) === JSON.stringify(expected);
    follow();
    await until('the list is there', shows);
    stopping!.abort();
    await running;
    await database.pool.query('delete from reservations; delete from followers; delete from stock');
    follow();
    await until('the list is there again', shows);
  });
});

describe('many who order, change, pay and cancel at once', () => {
  it('are never promised more than there is, and have in the end what their orders say', async () => {
    const { sellerId } = await shop(30);
    follow();
    const processes = [newProcess(), newProcess(), newProcess()];
    const orderIds = Array.from({ length: 30 }, () => randomUUID());
    const steps = (orderId: string): OrderCommand[] => [
      create({ orderId, sellerId }),
      modifyLines({ changeId: 'more', changes: shirts(3) }),
      modifyLines({ changeId: 'fewer', changes: shirts(1) }),
      pay({ amount: 5600 }),
      cancel({ units: shirts(1) }),
    ];
    await Promise.all(
      orderIds.flatMap((orderId, index) =>
        [0, 1].map(async (turn) => {
          const { commands } = processes[(index + turn) % 3]!;
          for (const command of steps(orderId)) await commands.execute(request(orderId, command));
        }),
      ),
    );
    const { log, stocks } = newProcess();
    const stream = stockStream(sellerId, 'p-shirt');
    for (const orderId of orderIds)
      await stockResource(stocks).settle(stream, orderId, await log.read(orderId));

    const growing = new Stock();
    for await (const recorded of store.readStream(stream)) {
      growing.apply(decode(recorded));
      expect(growing.ofVariant(undefined).short).toBe(0);
    }
    const taken = await Promise.all(
      orderIds.map(async (orderId) => {
        const order = (await log.read(orderId))?.order;
        return order === undefined ? 0 : demandOf(order).reduce((sum, { open }) => sum + open, 0);
      }),
    );
    expect((await stocks.find(sellerId, 'p-shirt'))!.ofVariant(undefined).held).toBe(
      taken.reduce((sum, units) => sum + units, 0),
    );
    expect(taken.filter((units) => units > 0).length).toBeGreaterThan(0);
  });
});
