import { type ClientBase } from 'pg';
import { positionText } from '@app/event-store';
import { type ProjectionFailure } from './fold-events.js';

/** Ids of the orders that stay as they are because an event of theirs could not be projected. */
export async function readParked(client: ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ order_id: string }>('select order_id from projection_failures');
  return new Set(rows.map(({ order_id }) => order_id));
}

/** Keeps why; of several failures of one order the first given. */
export async function park(client: ClientBase, failures: readonly ProjectionFailure[]): Promise<void> {
  if (failures.length === 0) return;
  const rows = failures.map((failure) => ({ ...failure, position: positionText(failure.position) }));
  await client.query(
    `insert into projection_failures (order_id, revision, position, error)
     select "orderId", revision, position, error
     from json_to_recordset($1) as failed ("orderId" text, revision bigint, position text, error text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

export async function unpark(client: ClientBase, orderId: string): Promise<void> {
  await client.query('delete from projection_failures where order_id = $1', [orderId]);
}
