import { pMapIterable } from 'p-map';
import { type Pool, type QueryResult } from 'pg';
import { isOfServer, isTombstone } from '@app/event-store';
import { type OrderLog, orderStreamPrefix } from '@app/order-log';
import { orderTables } from '../tables/tables.js';
import { compareOrders } from './compare-orders.js';
import { compareSellerCounts } from './compare-seller-counts.js';
import { compareSellerRatings } from './compare-seller-ratings.js';
import { type Difference } from './difference.js';

/** Orders that are compared at once. */
const chunk = 200;

/** The server compares one chunk while the next is read and folded. */
const chunksAtOnce = 2;

/**
 * Folds every order of the log anew and compares all rows of all read models with it, up to the projector's
 * checkpoint: it may run beside live writes. Yields each difference; without any the tables are what the log says.
 * Holds the ids of all orders in memory, some 100 MB for a million, and the histories of 400 at a time.
 */
export async function* verifyReadModels({
  pool,
  orderLog,
  onCompared = () => {},
}: {
  pool: Pool;
  orderLog: OrderLog;
  /** Called with how many of all orders are compared. */
  onCompared?: (orders: number, all: number) => void;
}): AsyncGenerator<Difference> {
  const logged = new Set<string>();
  for await (const recorded of orderLog.store.readAll({ streamPrefixes: [orderStreamPrefix] }))
    if (!isOfServer(recorded) || isTombstone(recorded))
      logged.add(recorded.stream.slice(orderStreamPrefix.length));
  for (const order_id of [...logged].filter((orderId) => orderId.includes('\0'))) {
    logged.delete(order_id);
    const found = "The stream's name holds a null character: this system wrote none of that.";
    yield { table: 'event log', key: { order_id }, column: 'history', expected: null, found };
  }
  let compared = 0;
  const compare = async (orderIds: readonly string[]): Promise<Difference[]> => {
    const differences = await compareOrders(pool, orderLog, orderIds);
    onCompared((compared += orderIds.length), logged.size);
    return differences;
  };
  const comparing = pMapIterable(chunksOf([...logged]), compare, { concurrency: chunksAtOnce });
  for await (const differences of comparing) yield* differences;

  const unlogged = new Set<string>();
  for (const { name } of orderTables)
    for await (const orderId of orderIdsOf(pool, name)) if (!logged.has(orderId)) unlogged.add(orderId);
  for (const orderIds of chunksOf([...unlogged])) yield* await compareOrders(pool, orderLog, orderIds);

  yield* await compareSellerCounts(pool);
  yield* await compareSellerRatings(pool);
}

function* chunksOf(orderIds: readonly string[]): Generator<string[]> {
  for (let start = 0; start < orderIds.length; start += chunk) yield orderIds.slice(start, start + chunk);
}

async function* orderIdsOf(pool: Pool, table: string): AsyncGenerator<string> {
  const page = `select distinct order_id from ${table} where order_id > $1 order by order_id limit 10000`;
  for (let after = ''; ;) {
    const { rows }: QueryResult<{ order_id: string }> = await pool.query(page, [after]);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { order_id } of rows) yield order_id;
    after = last.order_id;
  }
}
