import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import { bulkLoad } from '@app/database/testing';
import { encodeOrderEvent } from '@app/order-log';
import { given } from '@app/ordering/testing';
import { entriesOf, stories } from '@app/read-models/testing';

/** So many orders are placed between two events of an order. */
const between = 500;

/** Of ten orders, what becomes of each. */
const drawn = [
  'completed',
  'reviewed',
  'completed',
  'returned',
  'completed',
  'reviewed',
  'completed',
  'cancelled',
];
const fates = [...drawn, 'shipped', 'paid'];

/** Fills the event log with orders that overlap: a fifth of them is of the seller `big`. Gives how many events there are. */
export async function fillHistories(pool: Pool, orders: number): Promise<number> {
  const templates = fates.flatMap((story, fate) =>
    entriesOf(given(...stories[story]!).events).map(({ event, revision, metadata }) => {
      const { type, data, metadata: about } = encodeOrderEvent(randomUUID(), event, metadata);
      return { fate, revision, type, data: data.toString(), about: about.toString() };
    }),
  );
  await bulkLoad(pool, ['events'], async (client) => {
    await client.query(
      `insert into events (position, stream, revision, id, type, content_type, data, metadata, created)
       select row_number() over (order by n + revision * ${between}, n), 'order-' || order_id, revision, gen_random_uuid(), type,
         'application/json', convert_to(replace(replace(replace(data, '"o-1"', to_json(order_id)::text),
           '"b-1"', '"buyer-' || n % (${orders} / 20) || '"'), '"s-1"', '"' || seller || '"'), 'UTF8'),
         convert_to(about, 'UTF8'), now()
       from (
         select n, n % ${fates.length} as fate, md5(n::text)::uuid::text as order_id,
           case when n % 5 = 0 then 'big' else 'seller-' || n % (${orders} / 200) end as seller
         from generate_series(0, ${orders - 1}) n
       ) placed
       join json_to_recordset($1) as t (fate integer, revision integer, type text, data text, about text) using (fate)`,
      [JSON.stringify(templates)],
    );
  });
  const { rows } = await pool.query<{ events: number }>('select count(*)::integer as events from events');
  return rows[0]!.events;
}
