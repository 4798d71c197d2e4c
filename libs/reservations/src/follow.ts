import { type ClientBase, type Pool } from 'pg';
import {
  type EventStore,
  parsePosition,
  type Position,
  positionText,
  type RecordedEvent,
} from '@app/event-store';
import { type Transact } from './transactions.js';

/** What is done with the events of a batch, in the transaction that moves the checkpoint. */
export type Handle = (client: ClientBase, events: readonly RecordedEvent[]) => Promise<void>;

interface Followed {
  readonly transact: Transact;
  readonly eventStore: EventStore;
  readonly signal: AbortSignal;
}

/** Where nothing of interest happens, the checkpoint moves no more often than this. */
const idleMoveEveryMs = 10_000;

/** Follows the streams with the prefix from their checkpoint on. */
export async function follow(
  { transact, eventStore, signal }: Followed,
  prefix: string,
  handle: Handle,
): Promise<void> {
  const after = await transact((client) => readCheckpoint(client, prefix));
  let idleMoveAt = 0;
  for await (const { events, position } of eventStore.subscribe({
    after,
    streamPrefixes: [prefix],
    signal,
  })) {
    if (position === undefined || (events.length === 0 && Date.now() < idleMoveAt)) continue;
    idleMoveAt = Date.now() + idleMoveEveryMs;
    await transact(async (client) => {
      await handle(client, events);
      await client.query(
        `insert into reservation_checkpoints (prefix, position) values ($1, $2)
         on conflict (prefix) do update set position = excluded.position`,
        [prefix, positionText(position)],
      );
    });
  }
}

/** Where the streams with the prefix were followed to; undefined before the first batch. */
export async function readCheckpoint(
  client: Pick<Pool | ClientBase, 'query'>,
  prefix: string,
): Promise<Position | undefined> {
  const text = 'select position from reservation_checkpoints where prefix = $1';
  const { rows } = await (client as ClientBase).query<{ position: string }>(text, [prefix]);
  return rows[0] && parsePosition(rows[0].position);
}
