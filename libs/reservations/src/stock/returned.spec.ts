import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import { deliver, pay, problem, receiveBack, ship, takeBack } from '@app/ordering/testing';
import { runForever } from '@app/workers';
import { until } from '@app/workers/testing';
import { listProduct, reservationWork, stockResource } from '../index.js';
import { confirmCommand, processOn, shopOn } from '../testing/shop.js';

let database: TestDatabase;
let store: PostgresEventStore;
const stopping = new AbortController();
let running: Promise<void>;
const failures: unknown[] = [];

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
  const { stocks, log } = processOn(store);
  const fail = (error: unknown): void => void failures.push(error);
  const work = reservationWork({
    pool: database.pool,
    eventStore: store,
    orderLog: log,
    resources: [stockResource(stocks)],
    onUnsettled: (_, error) => fail(error),
  });
  running = runForever(work, stopping.signal, { onFailure: fail });
});
afterEach(() => expect(failures).toEqual([]));
afterAll(async () => {
  stopping.abort();
  await running;
  await store.close();
  await database.drop();
});

/** Two of three shirts have left with an order, and nothing waits for it any more. */
async function sent() {
  const { order, on, sellerId, variantStock } = await shopOn(store, 3);
  const orderId = randomUUID();
  await order(orderId);
  for (const command of [pay(), confirmCommand, ship()]) await on(orderId, command);
  const stockIs = async (onHand: number, held: number) => {
    const available = Math.max(0, onHand - held);
    await until(`${onHand} are there, and ${held} held`, async () => {
      const stock = await variantStock();
      return stock.onHand === onHand && stock.held === held && stock.available === available;
    });
    await until('the list says so', async () => {
      const [listed] = await listProduct(database.pool, sellerId, 'p-shirt');
      return listed?.onHand === onHand && listed.held === held;
    });
  };
  await stockIs(1, 0);
  // As it is once all that was held for the order has been settled.
  await database.pool.query('delete from reservations where order_id = $1', [orderId]);
  return { on: (command: Parameters<typeof on>[1]) => on(orderId, command), stockIs };
}

describe('goods that a buyer did not get', () => {
  it('can be sold again once the seller has them, as far as they are whole', async () => {
    const { on, stockIs } = await sent();
    await on(problem('refused'));
    await on(receiveBack({ sellable: [{ lineId: 'shirt', quantity: 1 }] }));
    await stockIs(2, 0);
  });

  it('are written off where they are lost, and come back where they are found', async () => {
    const { on, stockIs } = await sent();
    for (const command of [problem('lost'), problem('found')]) await on(command);
    await stockIs(1, 0);
    await on(receiveBack());
    await stockIs(3, 0);
  });

  it('come back also after a delivery that was none', async () => {
    const { on, stockIs } = await sent();
    for (const command of [deliver(), takeBack('delivered'), problem('unclaimed')]) await on(command);
    await on(receiveBack());
    await stockIs(3, 0);
  });
});

it('a shipment that is taken back is kept for its order again, and leaves once more', async () => {
  const { on, stockIs } = await sent();
  await on(takeBack('shipped'));
  await stockIs(3, 2);
  await on({ type: 'ship', packageId: 'box-1', checklistDone: false });
  await stockIs(1, 0);
});
