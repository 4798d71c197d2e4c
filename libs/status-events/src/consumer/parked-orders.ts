import { type Pool, type PoolClient } from 'pg';
import { type ParkedOrder, type ParkedRecord } from './parked-record.js';
import { parkedRecord, type ParkedRow } from './parked-row.js';

/** What a group has parked, order by order, the oldest event of each first. */
export async function listParkedOrders(pool: Pool, group: string): Promise<ParkedRecord[]> {
  const { rows } = await pool.query<ParkedRow>(
    `select * from parked_records where consumer_group = $1 and dropped_at is null
     order by order_id, sequence, record_offset`,
    [group],
  );
  return rows.map(parkedRecord);
}

/** What is parked of an order in any group and what was dropped, group by group, the oldest event of each first. */
export async function parkedOf(pool: Pool, orderId: string): Promise<ParkedRecord[]> {
  const { rows } = await pool.query<ParkedRow>(
    'select * from parked_records where order_id = $1 order by consumer_group, sequence, record_offset',
    [orderId],
  );
  return rows.map(parkedRecord);
}

/** The orders that have something parked: all, or those of one group, or one order; the longest waiting first. */
export async function parkedOrders(
  client: Pool | PoolClient,
  { group, orderId }: Partial<Pick<ParkedOrder, 'group' | 'orderId'>> = {},
): Promise<ParkedOrder[]> {
  const { rows } = await client.query<ParkedRow & Record<'next' | 'records' | 'unnumbered', string>>(
    `select f.*, next, records, unnumbered
     from (
       select consumer_group, order_id, count(*) as records, count(*) filter (where sequence is null) as unnumbered
       from parked_records
       where ($1::text is null or consumer_group = $1) and ($2::text is null or order_id = $2)
         and dropped_at is null
       group by consumer_group, order_id
     ) o
     cross join next_sequence(consumer_group, order_id) as next
     cross join lateral (
       select * from parked_records p
       where p.consumer_group = o.consumer_group and p.order_id = o.order_id and dropped_at is null
       order by sequence = next desc nulls last, reason = 'unreadable', sequence, record_offset limit 1
     ) f
     order by f.parking_nr`,
    [group, orderId],
  );
  return rows.map((row) => ({
    group: row.consumer_group,
    orderId: row.order_id,
    next: Number(row.next),
    first: parkedRecord(row),
    records: Number(row.records),
    unnumbered: Number(row.unnumbered),
  }));
}

/** How much a group has parked. */
export interface ParkedCount {
  readonly group: string;
  readonly orders: number;
  readonly records: number;
}

/** How much is parked in each group that has anything parked. */
export async function parkedCounts(pool: Pool): Promise<ParkedCount[]> {
  const { rows } = await pool.query<ParkedCount>(
    `select consumer_group as "group", count(distinct order_id)::integer as orders, count(*)::integer as records
     from parked_records where dropped_at is null group by consumer_group order by consumer_group`,
  );
  return rows;
}
