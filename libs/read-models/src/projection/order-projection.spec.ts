import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestDatabase, testDatabase } from '@app/database/testing';
import { PostgresEventStore, type RecordedEvent } from '@app/event-store';
import { orderStreamPrefix } from '@app/order-log';
import { type OrderEvent } from '@app/ordering';
import { create, given, modifyLines, pay } from '@app/ordering/testing';
import { anyHistory } from '@app/status-events/testing';
import { appendTo } from '../testing/entries.js';
import { differences } from '../testing/projected.js';
import { OrderProjection } from './order-projection.js';

let database: TestDatabase;
let eventStore: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  eventStore = new PostgresEventStore(database.pool);
});
afterAll(async () => {
  await eventStore.close();
  await database.drop();
});

const orderIds = ['o-1', 'o-2', 'o-3', 'o-4'];
const owners = fc.record({ buyerId: fc.constantFrom('b-1', 'b-2'), sellerId: fc.constantFrom('s-1', 's-2') });

const of = (owner: { buyerId: string; sellerId: string }, events: OrderEvent[]): OrderEvent[] =>
  events.map((event) =>
    event.type === 'OrderPlaced' ? { ...event, data: { ...event.data, ...owner } } : event,
  );

const anyOrder = (orderId: string) =>
  fc.tuple(owners, anyHistory(orderId)).map(([owner, events]) => of(owner, events));

/** Appends the histories in pieces, now of one order and now of another. */
async function appendMixed(histories: readonly OrderEvent[][], turns: readonly number[]): Promise<void> {
  const written = histories.map(() => 0);
  for (const turn of [...turns, ...histories.flatMap((history, order) => history.map(() => order))]) {
    const next = histories[turn]![written[turn]!];
    if (next === undefined) continue;
    await appendTo(eventStore, orderIds[turn]!, [next], written[turn]);
    written[turn]! += 1;
  }
}

async function everything(): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of eventStore.readAll({ streamPrefixes: [orderStreamPrefix] })) events.push(event);
  return events;
}

/** Projects in batches of these sizes, by a new projection for each where `restart` says so. */
async function projectIn(sizes: readonly number[], restart: boolean): Promise<void> {
  const client = await database.pool.connect();
  let projection = await OrderProjection.resume(database.pool, client, eventStore);
  let left = await everything();
  for (const size of [...sizes, left.length]) {
    const events = left.slice(0, size);
    left = left.slice(size);
    if (events.length === 0) continue;
    if (restart) projection = await OrderProjection.resume(database.pool, client, eventStore);
    await projection.write(await projection.fold({ events, position: events.at(-1)!.position }));
  }
  client.release();
}

const truncate = () =>
  database.pool
    .query(`truncate events, order_details, order_timeline, buyer_orders, seller_orders, seller_search,
    seller_counts, deadlines, order_messages, seller_reviews, seller_ratings, followers`);

describe('OrderProjection', () => {
  it('gives what a fold of the log gives, whatever happened and in whatever batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...orderIds.map(anyOrder)),
        fc.array(fc.nat({ max: orderIds.length - 1 }), { maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 }),
        fc.boolean(),
        async (histories, turns, sizes, restart) => {
          await truncate();
          await appendMixed(histories, turns);
          await projectIn(sizes, restart);
          expect(await differences(database.pool, eventStore)).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('lets a seller find an order by the variant that it was changed to', async () => {
    await truncate();
    const [line] = create().lines;
    const other = modifyLines({ changes: [{ lineId: line!.lineId, variant: 'turquoise' }] });
    await appendTo(eventStore, 'o-1', given(create(), pay(), other).events);
    await projectIn([2, 1], false);
    const { rows } = await database.pool.query(`select terms::text from seller_search`);
    expect(rows).toEqual([{ terms: expect.stringContaining('turquoise') }]);
    expect(await differences(database.pool, eventStore)).toEqual([]);
  });
});
