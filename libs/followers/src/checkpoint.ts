import { type ClientBase, type Pool } from 'pg';
import {
  parsePosition,
  type Position,
  positionText,
  type RecordedEvent,
  type SubscriptionBatch,
} from '@app/event-store';

/** An event, as far as it takes to find it again. */
export interface EventMark {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
}

/** Where a follower of the log stands. */
export interface Checkpoint {
  /** It has handled everything of its streams up to here; undefined before the first event. */
  readonly position?: Position;
  /** The last event that it has handled: by it the log is known again. */
  readonly event?: EventMark;
}

interface CheckpointRow {
  readonly name: string;
  readonly position: string | null;
  readonly event_stream: string | null;
  readonly event_revision: string;
  readonly event_id: string;
}

type Queryable = Pick<ClientBase | Pool, 'query'>;

/** Where all followers of this database stand, by their names. */
export async function readCheckpoints(client: Queryable): Promise<Map<string, Checkpoint>> {
  const { rows } = await (client as ClientBase).query<CheckpointRow>('select * from followers');
  return new Map(rows.map((row) => [row.name, toCheckpoint(row)]));
}

/** Where one follower stands; at the beginning where it never ran. */
export async function readCheckpoint(client: Queryable, follower: string): Promise<Checkpoint> {
  return (await readCheckpoints(client)).get(follower) ?? {};
}

/** Keeps where a follower stands that has no other place to keep it. */
export async function setCheckpoint(
  client: ClientBase,
  follower: string,
  checkpoint: Checkpoint,
): Promise<void> {
  await moveCheckpoint(client, follower, await readCheckpoint(client, follower), checkpoint);
}

/** Throws when the checkpoint is not where it was left: what was read from there is not what comes next. */
export async function moveCheckpoint(
  client: ClientBase,
  follower: string,
  from: Checkpoint,
  { position, event }: Checkpoint,
): Promise<void> {
  if (position === undefined) return;
  const { rowCount } = await client.query(
    `insert into followers as known (name, position, event_stream, event_revision, event_id)
     values ($1, $2, $4, $5, $6)
     on conflict (name) do update set position = excluded.position, event_stream = excluded.event_stream,
       event_revision = excluded.event_revision, event_id = excluded.event_id, moved_at = clock_timestamp()
     where known.position is not distinct from $3`,
    [
      follower,
      positionText(position),
      from.position && positionText(from.position),
      event?.stream,
      event?.revision,
      event?.id,
    ],
  );
  if (rowCount === 0) throw new Error(`The checkpoint of "${follower}" was moved by somebody else.`);
}

/** Where a follower stands that has handled one more batch. */
export function checkpointAfter(
  { position, event }: Checkpoint,
  batch: Pick<SubscriptionBatch, 'events' | 'position'>,
): Checkpoint {
  const last = batch.events.at(-1);
  return { position: batch.position ?? position, event: last === undefined ? event : markOf(last) };
}

const markOf = ({ stream, revision, id }: RecordedEvent): EventMark => ({ stream, revision, id });

function toCheckpoint(row: CheckpointRow): Checkpoint {
  return {
    position: row.position === null ? undefined : parsePosition(row.position),
    event:
      row.event_stream === null
        ? undefined
        : { stream: row.event_stream, revision: Number(row.event_revision), id: row.event_id },
  };
}
