import { randomUUID } from 'node:crypto';
import { type Pool } from 'pg';
import {
  type EventStore,
  fromJson,
  type RecordedEvent,
  refuseRetention,
  StreamDamaged,
  StreamTombstoned,
  toJson,
} from '@app/event-store';
import { type EventMark, readCheckpoints } from './checkpoint.js';
import { LogMismatch } from './log-mismatch.js';

/** Its newest event says which log this is, and which database follows it. */
const identityStream = 'log-identity';

const claimed = 'LogClaimed';

/** What `LogClaimed` says. */
export interface Claim {
  readonly logId: string;
  readonly databaseId: string;
}

interface NewestClaim extends Claim {
  /** When it was made (ISO 8601, UTC). */
  readonly at: string;
}

/** What log and database say of each other. */
export interface Ties {
  /** What the log says; undefined where nobody has claimed it. */
  readonly claim?: NewestClaim;
  readonly databaseId: string;
  /** The log that this database has followed so far, if any. */
  readonly followed?: string;
}

interface DatabaseRow {
  readonly database_id: string;
  readonly log_id: string | null;
}

/**
 * Ties a database to its event log. A log is claimed once, by the first database that follows it; every follower leaves
 * in the database the last event that it has handled. A log without that claim or without those events is not the one
 * that was followed: what is written there would never be shown.
 */
export class LogIdentity {
  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {}

  /** Claims a log that nobody has claimed, and verifies it. */
  async claim(): Promise<void> {
    const own = await this.database();
    const { newest, head } = await this.claims();
    if (own.log_id === null && newest === undefined)
      await this.append(head, { logId: randomUUID(), databaseId: own.database_id });
    await this.verify();
  }

  /**
   * Throws `LogMismatch` where the log is not the one that this database has followed; one that neither has claimed
   * passes. Throws `EventStoreUnavailable` where it is away. Appends nothing.
   */
  async verify(): Promise<void> {
    const own = await this.database();
    const claim = await this.newestClaim();
    if (claim !== undefined && claim.databaseId !== own.database_id)
      throw new LogMismatch(
        `The event log belongs to another database, since ${claim.at}. Let DATABASE_URL name that one; or, once all ` +
          'processes on that one are stopped, let an empty database take the log over: npm run orders -- log adopt',
      );
    if (own.log_id !== null && own.log_id !== claim?.logId) throw otherLog();
    await this.refuseMissing();
    if (own.log_id === null && claim !== undefined) await this.remember(claim);
  }

  async ties(): Promise<Ties> {
    const own = await this.database();
    return {
      claim: await this.newestClaim(),
      databaseId: own.database_id,
      followed: own.log_id ?? undefined,
    };
  }

  /**
   * Takes the log over for this database, whichever had it before; that one's processes refuse to go on.
   * Throws `LogMismatch` where this database has followed another log.
   */
  async adopt(): Promise<void> {
    const own = await this.database();
    const { newest: claim, head } = await this.claims();
    if (own.log_id !== null && own.log_id !== claim?.logId) throw otherLog();
    await this.refuseMissing();
    if (claim?.databaseId !== own.database_id) {
      // The very thing that is refused otherwise.
      this.store.guard(() => Promise.resolve());
      await this.append(head, { logId: claim?.logId ?? randomUUID(), databaseId: own.database_id });
      this.store.guard(() => this.verify());
    }
    await this.verify();
  }

  private async database(): Promise<DatabaseRow> {
    const { rows } = await this.pool.query<DatabaseRow>('select database_id, log_id from event_log');
    return rows[0]!;
  }

  private async newestClaim(): Promise<NewestClaim | undefined> {
    return (await this.claims()).newest;
  }

  /** The newest claim, and the revision that the next one goes behind: somebody else may have written there. */
  private async claims(): Promise<{ readonly newest?: NewestClaim; readonly head?: number }> {
    try {
      let head: number | undefined;
      for await (const recorded of this.store.readStream(identityStream, { direction: 'backwards' })) {
        head ??= recorded.revision;
        const newest = claimIn(recorded);
        if (newest !== undefined) return { newest, head };
      }
      return { head };
    } catch (error) {
      if (error instanceof StreamTombstoned) throw tombstonedClaim();
      throw error;
    }
  }

  /** Another database may be faster: whose claim stands is looked at afterwards. */
  private async append(head: number | undefined, claim: Claim): Promise<void> {
    const at = new Date().toISOString();
    const event = toJson(randomUUID(), { type: claimed, at, data: claim, metadata: {} }, {});
    await this.store.append(identityStream, head ?? 'no-stream', [event]);
  }

  private async remember({ logId }: Claim): Promise<void> {
    await this.pool.query('update event_log set log_id = $1', [logId]);
  }

  private async refuseMissing(): Promise<void> {
    for (const [follower, { event }] of await readCheckpoints(this.pool))
      if (event !== undefined)
        await refuseUnknown(this.store, event, `the follower "${follower}" of this database`);
  }
}

/** What a claim says; undefined for what somebody else has written there. */
function claimIn(recorded: RecordedEvent): NewestClaim | undefined {
  if (recorded.type !== claimed) return undefined;
  try {
    const { data, at } = fromJson(recorded, {});
    const { logId, databaseId } = data as Partial<Claim>;
    return logId === undefined || databaseId === undefined ? undefined : { logId, databaseId, at };
  } catch {
    return undefined;
  }
}

/** Throws `LogMismatch` where the log does not have the event that `whose` has handled. */
export async function refuseUnknown(store: EventStore, mark: EventMark, whose: string): Promise<void> {
  if (await holds(store, mark)) return;
  throw new LogMismatch(
    `The event log does not hold event ${mark.revision} of ${mark.stream}, which ${whose} has: it went back to an ` +
      'older copy, or is another log. Restore what belongs together; or begin with an empty database (and an empty ' +
      'topic of status events), and let it take the log over: npm run orders -- log adopt',
  );
}

/** Also true where that cannot be told any more, because the stream has been tombstoned, deleted or truncated. */
async function holds(store: EventStore, { stream, revision, id }: EventMark): Promise<boolean> {
  try {
    for await (const found of store.readStream(stream, { from: revision, maxCount: 1 }))
      return found.revision !== revision || found.id.toLowerCase() === id.toLowerCase();
    await refuseRetention(store, stream);
    return false;
  } catch (error) {
    if (error instanceof StreamTombstoned || error instanceof StreamDamaged) return true;
    throw error;
  }
}

const tombstonedClaim = (): LogMismatch =>
  new LogMismatch(
    `The stream ${identityStream} of the event log has been tombstoned: nobody can tell any more which database follows ` +
      'it. Restore the log from a copy, and the database that belongs to it.',
  );

const otherLog = (): LogMismatch =>
  new LogMismatch(
    'The event log is not the one that this database has followed: it was emptied, or is another one. Let EVENT_STORE ' +
      'name the right one; or begin with an empty database (and an empty topic of status events).',
  );
