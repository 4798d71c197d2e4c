import { type Pool } from 'pg';
import { orderStreamPrefix } from '@app/order-log';
import { selectList } from '../tables/table.js';
import { deadlines } from '../tables/tables.js';
import { type DeadlineRow } from '../views/deadlines.js';
import { readRows } from './read-rows.js';

const columns = selectList(Object.keys(deadlines.columns));

/** The timers that run, the next to fall due first: all of them, those due by an instant, or those of one order. */
export const listDeadlines = (
  pool: Pool,
  { until, orderId }: { readonly until?: string; readonly orderId?: string } = {},
): Promise<DeadlineRow[]> =>
  readRows(
    pool,
    `select ${columns} from deadlines
     where ($1::timestamptz is null or due_at <= $1) and ($2::text is null or order_id = $2)
     order by due_at, order_id, timer, subject`,
    [until, orderId],
  );

/** The deadline worker parks an order under this name where none of its timers can be fired. */
export const deadlinesFollower = 'deadlines';

const notParked = `not exists (
  select from parked_streams p
  where p.follower = '${deadlinesFollower}' and p.stream = '${orderStreamPrefix}' || d.order_id)`;

/**
 * How many timers have run out by now and have not fired, and when the first of them ran out (ISO 8601, UTC). Those of
 * parked orders do not count.
 */
export async function dueDeadlines(
  pool: Pool,
  now: string,
): Promise<{ count: number; oldest: string | null }> {
  const [row] = await readRows<{ count: number; oldest: string | null }>(
    pool,
    `select count(*) as count, min(due_at) as oldest from deadlines d where due_at <= $1 and ${notParked}`,
    [now],
  );
  return row!;
}

/**
 * Takes some of the timers that have run out by now, the oldest first. Nobody else takes them for `claimSeconds`: by
 * then they have fired, or their worker is gone. What two workers take all the same fires once. Timers of parked orders
 * are left alone.
 */
export async function takeDue(
  pool: Pool,
  now: string,
  { limit, claimSeconds }: { readonly limit: number; readonly claimSeconds: number },
): Promise<DeadlineRow[]> {
  await pool.query('delete from deadline_claims where until < clock_timestamp()');
  return readRows(
    pool,
    `with due as (
       select d.* from deadlines d
       where due_at <= $1 and ${notParked} and not exists (
         select from deadline_claims c
         where (c.order_id, c.timer, c.subject, c.due_at) = (d.order_id, d.timer, d.subject, d.due_at))
       order by due_at limit $2
       for update skip locked
     )
     insert into deadline_claims (order_id, timer, subject, due_at, until)
     select order_id, timer, subject, due_at, clock_timestamp() + make_interval(secs => $3) from due
     on conflict do nothing
     returning ${columns}`,
    [now, limit, claimSeconds],
  );
}
