import { type Pool } from 'pg';
import { orderViews } from '@app/read-models';
import { type LabelledOrder } from '../lists/labelled-order.js';
import { type OrderRow } from './orders-csv.js';

/** What a file shows of each order, page after page; an order that has gone meanwhile is left out. */
export async function* rowPages<Row>(
  pool: Pool,
  pages: AsyncGenerator<readonly LabelledOrder[], void>,
  rowsOf: (row: OrderRow) => readonly Row[],
): AsyncGenerator<readonly Row[], void> {
  for await (const orders of pages) {
    const views = await orderViews(
      pool,
      orders.map(({ orderId }) => orderId),
    );
    yield orders.flatMap((order) => {
      const view = views.get(order.orderId);
      return view === undefined ? [] : rowsOf({ order, view });
    });
  }
}
