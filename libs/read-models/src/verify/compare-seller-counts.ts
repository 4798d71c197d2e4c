import { type Pool } from 'pg';
import { type Difference } from './difference.js';

/** Compares the sellers' counts with their lists, both as one moment has them. */
export async function compareSellerCounts(pool: Pool): Promise<Difference[]> {
  const { rows } = await pool.query<{ seller_id: string; tab: string; expected: number; found: number }>(`
    with listed as (
      select seller_id, shown.tab, count(*) as orders
      from seller_orders o
      cross join lateral (
        values ('all'), (o.tab),
          (case when in_aftercare and o.tab <> 'cancellations-and-returns' then 'cancellations-and-returns' end)
      ) shown (tab)
      where shown.tab is not null
      group by seller_id, shown.tab
    )
    select seller_id, tab, coalesce(listed.orders, 0)::float8 as expected, coalesce(counted.orders, 0)::float8 as found
    from listed full join seller_counts counted using (seller_id, tab)
    where coalesce(listed.orders, 0) <> coalesce(counted.orders, 0)`);
  return rows.map(({ seller_id, tab, expected, found }) => ({
    table: 'seller_counts',
    key: { seller_id, tab },
    column: 'orders',
    expected,
    found,
  }));
}
