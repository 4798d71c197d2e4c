import { type Pool } from 'pg';
import { bulkLoad } from '@app/database/testing';

const orderId = 'md5(n::text)::uuid::text';

/**
 * What a marketplace (`fillMarketplace`) of so many orders has beside its read models: two events and two status
 * events an order, consumed by both groups, and a package under way; a notice for each buyer and each seller. Every
 * twentieth order has a status event parked, as after a fault that nobody saw for long.
 */
export async function fillOrderLogs(pool: Pool, orders: number): Promise<void> {
  const numbers = `generate_series(0, ${orders} - 1) as n`;
  const both = `${numbers}, generate_series(0, 1) as r`;
  const inserts = {
    events: `
      select 2 * n + r + 1, 'order-' || ${orderId}, r, md5(n || ' ' || r)::uuid,
        'OrderPlaced', 'application/json', convert_to('"' || repeat('x', 300) || '"', 'UTF8'), '{}', now()
      from ${both}`,
    status_records: `
      select n % 8, n / 8 * 2 + r, ${orderId}, jsonb_build_object('ce_logposition', 2 * n + r + 1), repeat('x', 300)
      from ${both}`,
    consumed_orders: `select (array['notices', 'tracking'])[1 + r], ${orderId}, 2 from ${both}`,
    parked_records: `
      (consumer_group, partition_nr, record_offset, order_id, sequence, headers, value, reason, error, attempts)
      select 'tracking', n % 8, n, ${orderId}, 4, '{}', 'x', 'gap', 'Event 3 is missing.', 0
      from ${numbers} where n % 20 = 0`,
    tracking: `select ${orderId}, 'keen', 'big', 2, '{"packages": []}' from ${numbers}`,
    notices: `
      (id, recipient_role, recipient_id, order_id, sequence, kind, title, body, link, created_at)
      overriding system value
      select 2 * n + r, (array['buyer', 'seller'])[1 + r],
        case when r = 1 then case when n % 5 = 0 then 'big' else 'seller-' || n % (${orders} / 200) end
          else case when n % (${orders} / 500) = 1 then 'keen' else 'buyer-' || n % (${orders} / 20) end end,
        ${orderId}, 1, 'placed', 'Order placed', repeat('x', 100), '/orders', now()
      from ${both}`,
  };
  await bulkLoad(pool, Object.keys(inserts), async (client) => {
    for (const [table, rows] of Object.entries(inserts)) await client.query(`insert into ${table} ${rows}`);
    await client.query(`alter table notices alter id restart with ${2 * orders}`);
    await client.query(`
      update status_partitions p set next_offset = records, log_position = ${2 * orders}
      from (select partition_nr, count(*) as records from status_records group by 1) counted
      where counted.partition_nr = p.partition_nr`);
  });
}
