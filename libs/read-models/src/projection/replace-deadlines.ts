import { isDeepStrictEqual } from 'node:util';
import { type Statement } from '../tables/table.js';
import { deadlineRows } from '../views/deadlines.js';
import { type OrderChange } from './fold-events.js';

/** Replaces the deadlines of these orders by those of the timers that run now. */
export function replacingDeadlines(changes: readonly OrderChange[]): Statement {
  const changed = changes.filter(
    ({ before, after }) => !isDeepStrictEqual(before?.deadlines ?? [], after.deadlines),
  );
  return {
    name: 'write deadlines',
    text: `with orders as (
        select "orderId" as order_id, rows from json_to_recordset($1) as given ("orderId" text, rows json)
      ), running as (
        select order_id, timer, subject, "dueAt" as due_at
        from orders, json_to_recordset(rows) as given (timer text, subject text, "dueAt" timestamptz(3))
      ), stopped as (
        delete from deadlines d using orders where d.order_id = orders.order_id and not exists (
          select from running r where (r.order_id, r.timer, r.subject) = (d.order_id, d.timer, d.subject))
      )
      insert into deadlines (order_id, timer, subject, due_at) select * from running
      on conflict (order_id, timer, subject) do update set due_at = excluded.due_at
      where deadlines.due_at <> excluded.due_at`,
    values: [JSON.stringify(changed.map(({ orderId, after }) => ({ orderId, rows: deadlineRows(after) })))],
  };
}
