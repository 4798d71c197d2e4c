import { type Pool } from 'pg';
import { selectList } from '../tables/table.js';
import { orderTimeline } from '../tables/tables.js';
import { type OrderView } from '../views/order-view.js';
import { type TimelineRow } from '../views/timeline.js';
import { type TimelineTexts } from '../views/timeline-texts.js';
import { readRows } from './read-rows.js';

export interface OrderDetail {
  readonly view: OrderView;
  /** From the order's first event to its last. */
  readonly timeline: readonly TimelineTextsRow[];
}

/** A row of version 1 has its words, which cannot be made of its facts; in others these are null. */
export type TimelineTextsRow = TimelineRow & { readonly [Label in keyof TimelineTexts]: string | null };

const timelineColumns = selectList([...Object.keys(orderTimeline.columns), 'buyerLabel', 'sellerLabel']);

/** The order as far as it is projected, with its history; undefined where there is none. */
export async function orderDetail(pool: Pool, orderId: string): Promise<OrderDetail | undefined> {
  const [details] = await readRows<{ view: OrderView }>(
    pool,
    'select view from order_details where order_id = $1',
    [orderId],
  );
  if (details === undefined) return undefined;
  const { view } = details;
  // Rows of the timeline are only ever added: up to this revision they are what they were with the view.
  const timeline = await readRows<TimelineTextsRow>(
    pool,
    `select ${timelineColumns} from order_timeline where order_id = $1 and revision <= $2 order by revision`,
    [orderId, view.revision],
  );
  return { view, timeline };
}
