import { createHash } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { bulkLoad } from '@app/database/testing';
import { type OrderCommand } from '@app/ordering';
import {
  cancel,
  create,
  deliver,
  given,
  pay,
  postMessage,
  requestReturn,
  review,
  ship,
} from '@app/ordering/testing';
import { columnName, type Table } from '../tables/table.js';
import {
  buyerOrders,
  detailsRow,
  orderDetails,
  orderMessages,
  orderTimeline,
  sellerOrders,
  sellerReviews,
} from '../tables/tables.js';
import { listRows } from '../views/list-row.js';
import { messageRows } from '../views/message-row.js';
import { reviewRows } from '../views/review-row.js';
import { entriesOf, viewOf } from './entries.js';

/**
 * A marketplace of any size, placed by SQL: order 0 is the oldest. A fifth of all orders is of one seller, `big`;
 * other sellers have some 200 each. Buyers have some 20 orders each, and one, `keen`, has 500.
 */
export interface Marketplace {
  readonly orders: number;
  orderId(n: number): string;
  buyerId(n: number): string;
  sellerId(n: number): string;
  /** ISO 8601, UTC. */
  placedAt(n: number): string;
}

export const marketplaceOf = (orders: number): Marketplace => ({
  orders,
  orderId: (n) =>
    createHash('md5')
      .update(String(n))
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
  buyerId: (n) => `buyer-${n % Math.ceil(orders / 20)}`,
  sellerId: (n) => `seller-${n % Math.ceil(orders / 200)}`,
  placedAt: (n) => new Date(begin + n * secondsBetween(orders) * 1000).toISOString(),
});

const begin = Date.UTC(2024, 0, 1);
/** Of any size, it is two years old. */
const secondsBetween = (orders: number): number => Math.floor((2 * 365 * 24 * 3600) / orders);

/**
 * A row per order. Words: `shirt` is in every second order, `blue` in every tenth, `rarity` in five of the big
 * seller's, all of them old; `lantern` is in all that the big seller sold in a time long ago, and in none since.
 */
const drawn = (orders: number): string => `
  create temp table drawn on commit drop as
  select n, md5(n::text)::uuid::text as order_id,
    case when n % greatest(${orders} / 500, 1) = 1 then 'keen' else 'buyer-' || n % ceil(${orders} / 20.0)::integer end as buyer_id,
    case when n % 5 = 0 then 'big' else 'seller-' || n % ceil(${orders} / 200.0)::integer end as seller_id,
    timestamptz 'epoch' + (${begin / 1000} + n * ${secondsBetween(orders)}) * interval '1 second' as placed_at,
    case
      when n >= ${orders} * 0.99 then (array['unpaid', 'paid', 'confirmed', 'shipped'])[1 + n / 7 % 4]
      when n / 7 % 20 = 0 then 'cancelled'
      when n / 7 % 20 = 1 then 'returned'
      when n / 7 % 20 < 5 then 'reviewed'
      else 'completed'
    end as story,
    concat_ws(' ',
      case n % 2 when 0 then 'shirt' else 'mug' end,
      case when n / 10 % 10 = 0 then 'blue' end,
      case when n % 5 = 0 and n / 5 % (${orders} / 50) = 7 and n < ${orders} / 2 then 'rarity' end,
      case when n % 5 = 0 and n between ${orders} / 10 and ${orders} / 5 then 'lantern' end) as product
  from generate_series(0, ${orders}::integer - 1) as n`;

const confirm: OrderCommand = { type: 'confirm' };
const delivered = [create(), pay(), confirm, ship(), deliver()];
export const stories: Readonly<Record<string, OrderCommand[]>> = {
  unpaid: [create()],
  paid: [create(), pay()],
  confirmed: [create(), pay(), confirm],
  shipped: [create(), pay(), confirm, ship()],
  cancelled: [create(), pay(), cancel()],
  completed: [...delivered, { type: 'confirm-receipt' }],
  returned: [...delivered, requestReturn()],
  reviewed: [
    ...delivered,
    { type: 'confirm-receipt' },
    ...Array<OrderCommand>(3).fill(postMessage()),
    review(),
  ],
};

/** Columns that each order has of its own; the others are as in its story. */
const own = {
  order_id: 'd.order_id',
  buyer_id: 'd.buyer_id',
  seller_id: 'd.seller_id',
  placed_at: 'd.placed_at',
  changed_at: 'd.placed_at',
  submitted_at: 'd.placed_at',
  at: 'd.placed_at',
  words: `' ' || replace(d.order_id, '-', '') || ' ' || replace(d.buyer_id, '-', '') || ' batik house ' || d.product`,
};

/** Fills the tables of the read models. */
export async function fillMarketplace(pool: Pool, orders: number): Promise<void> {
  const tables = ['seller_search', 'seller_counts', 'seller_ratings', ...storied.map(({ name }) => name)];
  await bulkLoad(pool, tables, async (client) => {
    await client.query(drawn(orders));
    await client.query('analyze drawn');
    for (const table of storied) await fillFromStories(client, table);
    await client.query(`
      insert into seller_search
      select order_id, array_to_tsvector(array(
        select translate(left(encode(sha256(convert_to(seller_id, 'UTF8')), 'base64'), 8), '+/', '-_')
          || floor(extract(epoch from placed_at) / 604800) || word
        from unnest(string_to_array(ltrim(words), ' ')) word))
      from seller_orders`);
    await client.query(`
      insert into seller_counts
      select seller_id, shown.tab, count(*) from seller_orders o
      cross join lateral (values ('all'), (o.tab), (case when in_aftercare then 'cancellations-and-returns' end)) shown (tab)
      where shown.tab is not null
      group by 1, 2`);
    await client.query(
      'insert into seller_ratings select seller_id, score, count(*) from seller_reviews group by 1, 2',
    );
  });
}

interface StoriedTable extends Pick<Table<never>, 'name' | 'columns'> {
  rowsOf(story: readonly OrderCommand[]): readonly object[];
}

const entries = (story: readonly OrderCommand[]) => entriesOf(given(...story).events);
const viewOfStory = (story: readonly OrderCommand[]) => viewOf(entries(story));
const storied: readonly StoriedTable[] = [
  { ...orderDetails, rowsOf: (story) => [detailsRow(viewOfStory(story).view)] },
  { ...orderTimeline, rowsOf: (story) => viewOfStory(story).timeline },
  { ...buyerOrders, rowsOf: (story) => [listRows(viewOfStory(story).view).buyer] },
  { ...sellerOrders, rowsOf: (story) => [listRows(viewOfStory(story).view).seller ?? []].flat() },
  { ...orderMessages, rowsOf: (story) => entries(story).flatMap(messageRows) },
  { ...sellerReviews, rowsOf: (story) => reviewRows(viewOfStory(story).view) },
];

async function fillFromStories(client: PoolClient, { name, columns, rowsOf }: StoriedTable): Promise<void> {
  const properties = Object.keys(columns);
  const rows = Object.entries(stories).flatMap(([story, steps]) =>
    rowsOf(steps).map((row) => ({ story, ...row })),
  );
  const types = Object.entries(columns).map(([property, type]) => `"${property}" ${type}`);
  const values = properties.map(
    (property) => own[columnName(property) as keyof typeof own] ?? `s."${property}"`,
  );
  await client.query(
    `insert into ${name} (${properties.map(columnName).join(', ')})
     select ${values.join(', ')} from drawn d
     join json_to_recordset($1) as s (story text, ${types.join(', ')}) using (story)`,
    [JSON.stringify(rows)],
  );
}
