import { type ClientBase, type Pool } from 'pg';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import { type Transact } from './transactions.js';

/** What is done with the events of a batch, in the transaction that moves the checkpoint. */
export type Handle = (client: ClientBase, events: readonly RecordedEvent[]) => Promise<void>;

interface Followed {
  readonly pool: Pool;
  readonly transact: Transact;
  readonly eventStore: EventStore;
  readonly signal: AbortSignal;
}

/** Follows the streams with the prefix from their checkpoint on; throws where it was moved by somebody else. */
export async function follow(
  { pool, transact, eventStore, signal }: Followed,
  prefix: string,
  handle: Handle,
): Promise<void> {
  let checkpoint = await readCheckpoint(pool, prefix);
  for await (const { events, position } of eventStore.subscribe({
    after: checkpoint,
    streamPrefix: prefix,
    signal,
  })) {
    if (position === checkpoint) continue;
    await transact(async (client) => {
      await moveCheckpoint(client, prefix, checkpoint, position);
      await handle(client, events);
    });
    checkpoint = position;
  }
}

async function readCheckpoint(pool: Pool, prefix: string): Promise<bigint | undefined> {
  await pool.query('insert into reservation_checkpoints (prefix) values ($1) on conflict do nothing', [
    prefix,
  ]);
  const { rows } = await pool.query<{ position: string | null }>(
    'select position from reservation_checkpoints where prefix = $1',
    [prefix],
  );
  const position = rows[0]?.position ?? null;
  return position === null ? undefined : BigInt(position);
}

/** Moved first: of two that follow the same streams, the second waits here, and finds that it was moved. */
async function moveCheckpoint(
  client: ClientBase,
  prefix: string,
  from: bigint | undefined,
  to: bigint,
): Promise<void> {
  const { rowCount } = await client.query(
    'update reservation_checkpoints set position = $3 where prefix = $1 and position is not distinct from $2',
    [prefix, from, to],
  );
  if (rowCount === 0) throw new Error(`The checkpoint of "${prefix}" was moved by somebody else.`);
}
