import { type ClientBase } from 'pg';
import { parsePosition, type Position, positionText } from '@app/event-store';

/** The projection of all tables of this library: they move together. */
const projection = 'orders';

/** Position up to which the log is in the tables; undefined before the first event. */
export async function readCheckpoint(client: Pick<ClientBase, 'query'>): Promise<Position | undefined> {
  const { rows } = await client.query<{ position: string }>(
    'select position from projection_checkpoints where name = $1',
    [projection],
  );
  return rows[0] && parsePosition(rows[0].position);
}

/** Throws when the checkpoint is not where it was left: what was read from there is not what comes next. */
export async function moveCheckpoint(
  client: ClientBase,
  from: Position | undefined,
  to: Position,
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into projection_checkpoints as known (name, position) values ($1, $2)
     on conflict (name) do update set position = excluded.position where known.position = $3`,
    [projection, positionText(to), from && positionText(from)],
  );
  if (rowCount === 0)
    throw new Error(
      `The checkpoint of "${projection}" was moved from ${from && positionText(from)} by somebody else.`,
    );
}
