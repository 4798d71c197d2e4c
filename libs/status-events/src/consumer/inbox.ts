import { type PoolClient } from 'pg';
import { type NextEvent, type OrderProgress } from './sort-out.js';

/** What a group knows of an order before a batch. */
export interface InboxEntry extends OrderProgress {
  /** Whether any of the order's records are parked. */
  readonly parked: boolean;
}

/**
 * Keeps everybody else of the group away from the partition until the transaction ends: also a member that
 * was thought dead, and still works on a partition that it does not own any more.
 */
export async function lockPartition(tx: PoolClient, group: string, partition: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(status_lock($1))', [`${group} applies ${partition}`]);
}

export async function inboxOf(
  tx: PoolClient,
  group: string,
  orderIds: readonly string[],
): Promise<Map<string, InboxEntry>> {
  const { rows } = await tx.query<{ order_id: string; next: string; parked: boolean; stuck: boolean }>(
    `select order_id, next,
       exists (select from parked_records p
               where p.consumer_group = $1 and p.order_id = o.order_id and p.dropped_at is null) as parked,
       exists (select from parked_records p
               where p.consumer_group = $1 and p.order_id = o.order_id and p.sequence = next) as stuck
     from unnest($2::text[]) as o (order_id), next_sequence($1, order_id) as next`,
    [group, [...new Set(orderIds)]],
  );
  return new Map(
    rows.map(({ order_id, next, ...rest }) => [order_id, { last: Number(next) - 1, ...rest }] as const),
  );
}

/** Notes the events as applied or skipped, in the transaction of their effect. */
export const advance = (tx: PoolClient, group: string, events: readonly NextEvent[]): Promise<void> =>
  advanceTo(tx, group, new Map(events.map(({ orderId, sequence }) => [orderId, sequence])));

/** Notes, per order id, the sequence up to which the group has passed the order's events. */
export async function advanceTo(
  tx: PoolClient,
  group: string,
  last: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.query(
    `insert into consumed_orders (consumer_group, order_id, sequence)
     select $1, * from unnest($2::text[], $3::bigint[])
     on conflict (consumer_group, order_id) do update set sequence = excluded.sequence`,
    [group, [...last.keys()], [...last.values()]],
  );
}
