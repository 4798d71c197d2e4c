import { type ClientBase, type Pool } from 'pg';
import { type EventStore, type RecordedEvent } from '@app/event-store';
import {
  askRelease,
  type Checkpoint,
  checkpointAfter,
  DelayedSave,
  followLog,
  moveCheckpoint,
  ParkedStreams,
  type Parking,
  parkingFor,
  readCheckpoint,
  retryParkedStreams,
  withReleases,
} from '@app/followers';
import { type Turn } from '@app/workers';
import { type Transact } from './transactions.js';

/**
 * What is done with the events of a batch, in the transaction that moves the checkpoint. Gives the streams that cannot be
 * gone on with.
 */
export type Handle = (client: ClientBase, events: readonly RecordedEvent[]) => Promise<Parking[]>;

export interface Followed {
  readonly pool: Pool;
  readonly transact: Transact;
  readonly eventStore: EventStore;
  readonly verifyLog?: () => Promise<void>;
  readonly turn: Turn;
}

/** How long after nothing of interest has happened the checkpoint moves, in ms. */
const idleMoveAfterMs = 5_000;

/** The name of the follower of the streams with this prefix: `order-` is followed by `reservations/order`. */
export const followerOf = (prefix: string): string => `reservations/${prefix.replace(/-$/, '')}`;

/** Follows the streams with the prefix from their checkpoint on, until the signal. */
export async function followResource(followed: Followed, prefix: string, handle: Handle): Promise<void> {
  const { pool, transact, turn } = followed;
  const follower = followerOf(prefix);
  const work = new Following(
    followed,
    follower,
    handle,
    await transact((client) => readCheckpoint(client, follower)),
    await transact((client) => ParkedStreams.of(client, follower)),
  );
  await withReleases({
    pool,
    follower,
    signal: turn.signal,
    retry: (parked) => work.retry(parked),
    follow: (until) => work.follow(prefix, until),
  });
}

class Following {
  private readonly idle = new DelayedSave(
    (reached: Checkpoint) => this.handled([], reached),
    idleMoveAfterMs,
  );

  constructor(
    private readonly followed: Followed,
    private readonly follower: string,
    private readonly handle: Handle,
    private checkpoint: Checkpoint,
    private readonly parked: ParkedStreams,
  ) {}

  async follow(prefix: string, signal: AbortSignal): Promise<void> {
    const { pool, eventStore, verifyLog: verify = async () => {}, turn } = this.followed;
    const { checkpoint: checkpoint, parked } = this;
    for await (const batch of followLog({
      eventStore,
      prefixes: [prefix],
      checkpoint: checkpoint,
      parked,
      verify,
      onTrouble: turn.onTrouble,
      signal,
    })) {
      const { events, position, damage, mended } = batch;
      if (mended !== undefined) await askRelease(pool, mended);
      if (position === undefined) continue;
      const next = checkpointAfter(this.checkpoint, batch);
      if (events.length === 0 && damage === undefined) this.idle.offer(next);
      else await this.handled(events, next, damage && parkingFor({ ...damage, position }, damage));
      turn.progressed();
    }
    await this.idle.flush();
  }

  private async handled(
    events: readonly RecordedEvent[],
    next: Checkpoint,
    parking?: Parking,
  ): Promise<void> {
    this.idle.drop();
    await this.followed.transact(async (client) => {
      const parkings = await this.handle(client, events);
      await this.parked.park(client, parking ? [parking, ...parkings] : parkings);
      await moveCheckpoint(client, this.follower, this.checkpoint, next);
    });
    this.checkpoint = next;
  }

  retry(parked: Parameters<typeof retryParkedStreams>[0]): Promise<void> {
    const { transact, eventStore } = this.followed;
    return retryParkedStreams(parked, {
      eventStore,
      upTo: this.checkpoint.position,
      release: ({ stream }, events) =>
        transact(async (client) => {
          await this.parked.unpark(client, stream);
          await this.parked.park(client, await this.handle(client, events));
        }),
      keep: (stream, damage) => transact((client) => this.parked.keep(client, stream, damage)),
    });
  }
}
