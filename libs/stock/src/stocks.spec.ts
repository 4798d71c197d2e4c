import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PostgresEventStore } from '@app/event-store';
import { OrderCommands, OrderLog } from '@app/order-log';
import { defaultPolicy, demandOf, type OrderCommand, type OrderPolicy } from '@app/ordering';
import { runReservations } from '@app/reservations';
import { testDatabase, type TestDatabase } from '../../database/src/testing/test-database.js';
import { request, service } from '../../order-log/src/testing/requests.js';
import { cancel, create, deliver, modifyLines, pay, ship } from '../../ordering/src/testing/scenario.js';
import { until } from '../../status-events/src/testing/until.js';
import { decode } from './codec.js';
import { listStock, OrderStock, type Shelf, stockResource, Stocks, stockStream } from './index.js';
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

const at = '2026-01-05T09:00:00.000Z';

/** A process of its own: it shares the log with the others, and nothing else. */
function newProcess(policy: Partial<OrderPolicy> = {}) {
  const stocks = new Stocks(store);
  const log = new OrderLog(store);
  const inForce = async () => ({ ...defaultPolicy, ...policy });
  const commands = new OrderCommands(log, inForce, new OrderStock(stocks));
  return { stocks, log, commands };
}

function follow(): void {
  stopping = new AbortController();
  const { stocks, log } = newProcess();
  const fail = (error: unknown): void => void failures.push(error);
  running = runReservations({
    pool: database.pool,
    eventStore: store,
    orderLog: log,
    resources: [stockResource(stocks)],
    signal: stopping.signal,
    onFailure: fail,
    onUnsettled: (_, error) => fail(error),
  });
}

/** A seller with so many shirts. */
async function shop(shirts: number, policy: Partial<OrderPolicy> = {}) {
  const sellerId = randomUUID();
  const { stocks, commands } = newProcess(policy);
  const counting = (onHand: number, variant?: string) =>
    newProcess().stocks.count(sellerId, 'p-shirt', { onHand, variant }, at, {});
  await counting(shirts);
  const issue = (orderId: string, command: OrderCommand, by = commands) =>
    by.execute(request(orderId, command));
  const codeOf = async (outcome: ReturnType<typeof issue>) => {
    const told = await outcome;
    return told.kind === 'refused' ? told.refusal.code : told.answer.status;
  };
  return {
    sellerId,
    stocks,
    counting,
    /** Two shirts and a mug. */
    order: (orderId: string = randomUUID(), by = commands, changes: object = {}) =>
      codeOf(issue(orderId, create({ orderId, sellerId, ...changes }), by)),
    on: (orderId: string, command: OrderCommand, by = commands) => codeOf(issue(orderId, command, by)),
    refusalOf: async (orderId: string, command: OrderCommand) => {
      const outcome = await issue(orderId, command);
      return outcome.kind === 'refused' ? outcome.refusal : undefined;
    },
    shelf: async (variant?: string): Promise<Pick<Shelf, 'onHand' | 'held' | 'available'>> => {
      const { onHand, held, available } = (await newProcess().stocks.find(sellerId, 'p-shirt'))!.shelfOf(
        variant,
      );
      return { onHand, held, available };
    },
  };
}

const confirm: OrderCommand = { type: 'confirm' };
const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];

describe('an order', () => {
  it('holds its goods from its creation on, and what there is no more of is sold out', async () => {
    const { order, shelf, refusalOf, sellerId } = await shop(3);
    expect(await order()).toBe('AwaitingPayment');
    expect(await shelf()).toEqual({ onHand: 3, held: 2, available: 1 });
    const orderId = randomUUID();
    expect(await refusalOf(orderId, create({ orderId, sellerId }))).toMatchObject({
      code: 'out-of-stock',
      pointer: '/lines/0',
      message: expect.stringContaining('Only 1 of p-shirt'),
    });
    expect(await shelf()).toMatchObject({ held: 2 });
  });

  it('takes the last one from all others, in however many processes they ask', async () => {
    const { order, shelf } = await shop(9);
    const processes = [newProcess(), newProcess(), newProcess()].map(({ commands }) => commands);
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, index) => order(randomUUID(), processes[index % 3])),
    );
    expect(outcomes.filter((outcome) => outcome === 'AwaitingPayment')).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === 'out-of-stock')).toHaveLength(20);
    expect(await shelf()).toEqual({ onHand: 9, held: 8, available: 1 });
  });

  it('holds them once, however often and wherever it is sent', async () => {
    const { sellerId, shelf } = await shop(9);
    const orderId = randomUUID();
    const command = request(orderId, create({ orderId, sellerId }));
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => newProcess().commands.execute(command)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await shelf()).toMatchObject({ held: 2 });
  });

  it('of several products holds all or none', async () => {
    const { order, shelf, sellerId } = await shop(9);
    await newProcess().stocks.count(sellerId, 'p-mug', { onHand: 0 }, at, {});
    expect(await order()).toBe('out-of-stock');
    expect(await shelf()).toMatchObject({ held: 0 });
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
    const { sellerId, shelf, stocks } = await shop(1);
    const orderId = randomUUID();
    const { commands } = newProcess();
    expect(await commands.preview(request(orderId, create({ orderId, sellerId })))).toMatchObject({
      refusal: { code: 'out-of-stock' },
    });
    await stocks.count(sellerId, 'p-shirt', { onHand: 2 }, at, {});
    expect(await commands.preview(request(orderId, create({ orderId, sellerId })))).toMatchObject({
      kind: 'accepted',
    });
    expect(await shelf()).toMatchObject({ held: 0 });
  });
});

describe('goods come back', () => {
  it('when units or all of the order are cancelled, and leave when it is shipped', async () => {
    const { order, on, shelf } = await shop(9);
    const orderId = randomUUID();
    await order(orderId);
    follow();
    await on(orderId, pay());
    await on(orderId, cancel({ units: shirts(1) }));
    await until('one is free', async () => (await shelf()).held === 1);
    await on(orderId, confirm);
    await on(orderId, ship());
    await until('one has left', async () => (await shelf()).onHand === 8);
    expect(await shelf()).toEqual({ onHand: 8, held: 0, available: 8 });
    await on(orderId, deliver());
  });

  it('when a change of lines needs fewer, or others', async () => {
    const { order, on, refusalOf, shelf, counting } = await shop(3);
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
      message: expect.stringContaining('Only 3 of p-shirt'),
    });
    expect(await shelf('M')).toMatchObject({ held: 0 });
    expect(await on(orderId, inM(1))).toBe('AwaitingPayment');
    await until('two are free', async () => (await shelf()).held === 0);
    expect(await shelf('M')).toEqual({ onHand: 1, held: 1, available: 0 });
  });

  it('not while a change that needs them may be on its way, and with the next event where it never came', async () => {
    const { order, on, shelf, sellerId, stocks } = await shop(9);
    const orderId = randomUUID();
    await order(orderId);
    const { log } = newProcess();
    const before = (await log.read(orderId))!;
    const lines = before.order.lines.map((line) => ({ ...line, ordered: line.ordered + 2 }));
    const command = modifyLines({ changes: shirts(4) });
    const causation = { actor: service, correlationId: 'c-1' };
    await new OrderStock(stocks).reserve(command, before, { ...before.order, lines }, causation);
    const settle = async () =>
      stockResource(stocks).settle(stockStream(sellerId, 'p-shirt'), orderId, await log.read(orderId));
    await settle();
    expect(await shelf()).toMatchObject({ held: 4 });
    await on(orderId, pay());
    await settle();
    expect(await shelf()).toMatchObject({ held: 2 });
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
    await database.pool.query(
      'delete from reservations; delete from reservation_checkpoints; delete from stock',
    );
    follow();
    await until('the list is there again', shows);
  });
});

describe('a seller who holds goods from the payment on', () => {
  const atPayment = { reserveStockAt: 'payment' } as const;

  it('sells to whoever pays first, and confirms nothing that is not there', async () => {
    const { order, on, shelf, refusalOf, counting } = await shop(3, atPayment);
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await order(first)).toBe('AwaitingPayment');
    expect(await order(second)).toBe('AwaitingPayment');
    expect(await shelf()).toMatchObject({ held: 0 });
    await on(second, pay());
    expect(await on(second, confirm)).toBe('Confirmed');
    expect(await shelf()).toMatchObject({ held: 2, available: 1 });
    expect(await order()).toBe('out-of-stock');
    await on(first, pay());
    expect(await refusalOf(first, confirm)).toMatchObject({
      code: 'stock-missing',
      message: expect.stringContaining('1 of line shirt (p-shirt)'),
      allowedCommands: expect.arrayContaining(['confirm', 'cancel']),
    });
    await counting(4);
    expect(await on(first, confirm)).toBe('Confirmed');
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
    expect(await on(second, confirm)).toBe('stock-missing');
    expect(await on(first, confirm)).toBe('Confirmed');
    await on(second, cancel({ units: shirts(1) }));
    expect(await on(second, confirm)).toBe('Confirmed');
  });

  it('holds nothing for an order that another process has cancelled', async () => {
    const { order, on, counting, shelf, sellerId, stocks } = await shop(2);
    const orderId = randomUUID();
    await order(orderId);
    await on(orderId, pay());
    const { commands, log } = newProcess();
    await log.read(orderId);
    await on(orderId, cancel());
    const ended = await newProcess().log.read(orderId);
    await stockResource(stocks).settle(stockStream(sellerId, 'p-shirt'), orderId, ended);
    await counting(1);
    expect(await on(orderId, confirm, commands)).toBe('order-cancelled');
    expect(await shelf()).toMatchObject({ held: 0 });
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
    expect(await on(orderId, confirm)).toBe('Confirmed');
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
      expect(growing.shelfOf(undefined).short).toBe(0);
    }
    const taken = await Promise.all(
      orderIds.map(async (orderId) => {
        const order = (await log.read(orderId))?.order;
        return order === undefined ? 0 : demandOf(order).reduce((sum, { open }) => sum + open, 0);
      }),
    );
    expect((await stocks.find(sellerId, 'p-shirt'))!.shelfOf(undefined).held).toBe(
      taken.reduce((sum, units) => sum + units, 0),
    );
    expect(taken.filter((units) => units > 0).length).toBeGreaterThan(0);
  });
});
