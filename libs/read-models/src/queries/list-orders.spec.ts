import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '@app/event-store';
import {
  type BuyerTab,
  buyerTabs,
  type CreateOrder,
  type OrderCommand,
  type SellerTab,
  sellerTabs,
} from '@app/ordering';
import {
  cancel,
  changeAddress,
  create,
  deliver,
  given,
  pay,
  requestReturn,
  ship,
  time,
} from '@app/ordering/testing';
import { appendTo } from '../testing/entries.js';
import { project } from '../testing/projected.js';
import { countBuyerOrders, countSellerOrders } from './count-orders.js';
import { type Cursor, readCursor } from './cursor.js';
import { listBuyerOrders, type ListQuery, listSellerOrders } from './list-orders.js';
import { capturedTotal, countByStatus } from './totals.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;

/** An order placed some hours after the first, with what happened to it at once. */
async function place(
  orderId: string,
  hours: number,
  steps: readonly OrderCommand[] = [],
  changes: Partial<CreateOrder> = {},
): Promise<void> {
  const at = { at: time(hours) };
  const commands = [create({ orderId, ...changes }), ...steps].map((command): [OrderCommand, typeof at] => [
    command,
    at,
  ]);
  await appendTo(eventStore, orderId, given(...commands).events);
}

const confirm: OrderCommand = { type: 'confirm' };
const delivered = [pay(), confirm, ship(), deliver()];
const titled = (title: string): Partial<CreateOrder> => ({
  lines: [{ ...create().lines[0]!, title }, create().lines[1]!],
});

beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
  await place('unpaid', 0);
  await place('paid', 1, [pay()], titled('Café mug'));
  await place('confirmed', 2, [pay(), confirm], titled('Blue T-shirt'));
  await place('shipped', 3, [pay(), confirm, ship()]);
  await place('delivered', 4, delivered, { sellerId: 's-2', sellerName: 'Tea & More' });
  await place('returned', 5, [...delivered, requestReturn()]);
  await place('completed', 6, [...delivered, { type: 'confirm-receipt' }], titled('Blue lamp'));
  await place('cancelled', 7, [pay(), cancel()]);
  await place('others', 8, [pay()], { ...titled('Blue T-shirt'), buyerId: 'b-2' });
  await project(database.pool, eventStore);
});
afterAll(async () => {
  await eventStore.close();
  await database.drop();
});

const ofBuyer = async (query: Partial<ListQuery<BuyerTab>> = {}): Promise<string[]> => {
  const { orders } = await listBuyerOrders(database.pool, 'b-1', { limit: 50, ...query });
  return orders.map(({ orderId }) => orderId);
};
const ofSeller = async (query: Partial<ListQuery<SellerTab>> = {}): Promise<string[]> => {
  const { orders } = await listSellerOrders(database.pool, 's-1', { limit: 50, ...query });
  return orders.map(({ orderId }) => orderId);
};

describe('listBuyerOrders', () => {
  it("gives a buyer's own orders, newest first", async () => {
    expect(await ofBuyer()).toEqual([
      'cancelled',
      'completed',
      'returned',
      'delivered',
      'shipped',
      'confirmed',
      'paid',
      'unpaid',
    ]);
  });

  it('gives each order with all that a list draws', async () => {
    const { orders } = await listBuyerOrders(database.pool, 'b-1', { limit: 1, search: 'lamp' });
    expect(orders).toEqual([
      {
        orderId: 'completed',
        checkoutId: 'c-1',
        buyerId: 'b-1',
        sellerId: 's-1',
        sellerName: 'Batik House',
        tab: 'received',
        inAftercare: false,
        kept: true,
        cancelledAtFault: false,
        status: 'Completed',
        marketplaceName: 'COMPLETED',
        placedAt: time(6),
        changedAt: time(6),
        currency: 'EUR',
        total: 9600,
        captured: 9600,
        refunded: 0,
        summary: {
          items: [
            { productId: 'p-shirt', title: 'Blue lamp', quantity: 2 },
            { productId: 'p-mug', title: 'Mug', quantity: 1 },
          ],
          lines: 2,
          units: 3,
        },
        revision: 8,
      },
    ]);
  });

  it.each<[BuyerTab, string[]]>([
    ['unpaid', ['unpaid']],
    ['waiting-for-delivery', ['confirmed', 'paid']],
    ['in-transit', ['shipped']],
    ['received', ['completed', 'returned', 'delivered']],
    ['cancelled', ['cancelled']],
    ['returns-and-refunds', ['returned']],
  ])('limits the list to the tab %s', async (tab, orders) => {
    expect(await ofBuyer({ tab })).toEqual(orders);
  });

  it('limits the list to dates, the first included and the last not', async () => {
    expect(await ofBuyer({ from: time(2), to: time(4) })).toEqual(['shipped', 'confirmed']);
  });

  it.each<[string, string[]]>([
    ['blue', ['completed', 'confirmed']],
    ['BLUE t-sh', ['confirmed']],
    ['lamp blue', ['completed']],
    ['cafe', ['paid']],
    ['tea more', ['delivered']],
    ['s-2', ['delivered']],
    ['shipp', ['shipped']],
    ['lue', []],
  ])('finds orders by what somebody types: %s', async (search, orders) => {
    expect(await ofBuyer({ search })).toEqual(orders);
  });

  it.each([' % ', '👍', '--'])('finds nothing by %s, which holds no word', async (search) => {
    expect(await ofBuyer({ search })).toEqual([]);
    expect(await ofSeller({ search })).toEqual([]);
  });

  it('gives the orders that are named, of those that are the reader’s own', async () => {
    const ids = ['PAID', 'shipped', 'others', 'unknown'];
    expect(await ofBuyer({ ids })).toEqual(['shipped', 'paid']);
    expect(await ofSeller({ ids })).toEqual(['others', 'shipped', 'paid']);
    expect(await ofBuyer({ ids: [] })).toEqual([]);
  });

  it('finds an order by what it became: a new address, a parcel', async () => {
    const changes = { buyerId: 'b-9', sellerId: 's-9' };
    await place('moved', 9, [pay(), changeAddress(), confirm, ship({ trackingNumber: 'JX-77' })], changes);
    await project(database.pool, eventStore);
    for (const search of ['jx77', 'JX-77', 'jakarta ana'])
      expect([
        (await listBuyerOrders(database.pool, 'b-9', { limit: 5, search })).orders.length,
        (await listSellerOrders(database.pool, 's-9', { limit: 5, search })).orders.length,
      ]).toEqual([1, 1]);
    const { orders } = await listSellerOrders(database.pool, 's-9', { limit: 5, search: 'bandung' });
    expect(orders).toEqual([]);
  });

  it('joins tab, dates and search', async () => {
    expect(await ofBuyer({ search: 'blue', tab: 'received', from: time(5) })).toEqual(['completed']);
    expect(await ofBuyer({ search: 'blue', tab: 'received', to: time(5) })).toEqual([]);
  });

  it('gives nothing to somebody without orders', async () => {
    expect(await listBuyerOrders(database.pool, 'nobody', { limit: 5 })).toEqual({ orders: [] });
  });
});

describe('listSellerOrders', () => {
  it("gives the seller's orders from their payment on", async () => {
    expect(await ofSeller()).toEqual([
      'others',
      'cancelled',
      'completed',
      'returned',
      'shipped',
      'confirmed',
      'paid',
    ]);
  });

  it.each<[SellerTab, string[]]>([
    ['new', ['others', 'paid']],
    ['ready-to-ship', ['confirmed']],
    ['in-shipping', ['returned', 'shipped']],
    ['completed', ['completed']],
    ['cancellations-and-returns', ['cancelled', 'returned']],
  ])('limits the list to the tab %s', async (tab, orders) => {
    expect(await ofSeller({ tab })).toEqual(orders);
  });

  it.each<[string, string[]]>([
    ['blue', ['others', 'completed', 'confirmed']],
    ['b-2', ['others']],
    ['t-shirt blue', ['others', 'confirmed']],
    ['tea', []],
  ])('finds orders by what somebody types: %s', async (search, orders) => {
    expect(await ofSeller({ search })).toEqual(orders);
    const [first, second] = orders;
    const page = await listSellerOrders(database.pool, 's-1', { search, limit: 1 });
    expect(page.orders.map(({ orderId }) => orderId)).toEqual(first === undefined ? [] : [first]);
    expect(page.next === undefined).toBe(second === undefined);
  });
});

describe('pages', () => {
  it('follow one another without gap or repetition while orders are added', async () => {
    const own = { buyerId: 'b-3' };
    for (const [orderId, hours] of [
      ['p-1', 0],
      ['p-2', 1],
      ['p-3', 1],
      ['p-4', 1],
      ['p-5', 2],
    ] as const)
      await place(orderId, hours, [], own);
    await project(database.pool, eventStore);

    const seen: string[] = [];
    let after: Cursor | undefined;
    do {
      const page = await listBuyerOrders(database.pool, 'b-3', { limit: 2, after });
      seen.push(...page.orders.map(({ orderId }) => orderId));
      after = page.next === undefined ? undefined : readCursor(page.next);
      await place(`newer-${seen.length}`, 3, [], own);
      await project(database.pool, eventStore);
    } while (after !== undefined);
    expect(seen).toEqual(['p-5', 'p-4', 'p-3', 'p-2', 'p-1']);
  });
});

describe('countBuyerOrders and countSellerOrders', () => {
  it('count what the lists give, tab by tab', async () => {
    const buyers = await countBuyerOrders(database.pool, 'b-1');
    for (const tab of buyerTabs) expect([tab, buyers[tab]]).toEqual([tab, (await ofBuyer({ tab })).length]);
    expect(buyers.all).toBe(8);
    const sellers = await countSellerOrders(database.pool, 's-1');
    for (const tab of sellerTabs)
      expect([tab, sellers[tab]]).toEqual([tab, (await ofSeller({ tab })).length]);
    expect(sellers.all).toBe(7);
  });

  it('name every tab of somebody without orders', async () => {
    const none = {
      all: 0,
      new: 0,
      'ready-to-ship': 0,
      'in-shipping': 0,
      completed: 0,
      'cancellations-and-returns': 0,
    };
    expect(await countSellerOrders(database.pool, 'nobody')).toEqual(none);
    expect(Object.values(await countBuyerOrders(database.pool, 'nobody'))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('countByStatus and capturedTotal', () => {
  it('sum up all orders', async () => {
    const orders = await countByStatus(database.pool);
    expect(orders).toMatchObject({
      Confirmed: 1,
      InTransit: 2,
      Delivered: 2,
      Completed: 1,
      Cancelled: 1,
      OnHold: 0,
    });
    expect(await capturedTotal(database.pool)).toEqual({ EUR: 9 * 9600 });
  });
});
