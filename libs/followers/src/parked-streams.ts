import { type ClientBase, type Pool } from 'pg';
import { type Damage, parsePosition, type Position, positionText, StreamDamaged } from '@app/event-store';

/** Why a stream was set aside: its history is damaged, or it is whole and handling it failed. */
export type ParkReason = Damage | 'failed';

/** A stream that a follower cannot go on with. */
export interface Parking {
  readonly stream: string;
  /** The first revision that it has not handled. */
  readonly revision: number;
  /** Place in the log of what it could not handle: what came before is done. */
  readonly position: Position;
  readonly reason: ParkReason;
  /** What is wrong, for a person. */
  readonly problem: string;
}

/** What stands about it in the database. */
export interface ParkedStream extends Parking {
  readonly follower: string;
  readonly since: Date;
  /** An operator wants it to be tried again. */
  readonly releaseAsked: boolean;
  /** Who does not want to be reminded of it, since when and why. */
  readonly dropped?: { readonly by: string; readonly at: Date; readonly reason: string };
}

interface ParkedRow extends Omit<ParkedStream, 'position' | 'revision' | 'dropped'> {
  readonly position: string;
  readonly revision: string;
  readonly dropped_by: string | null;
  readonly dropped_at: Date;
  readonly dropped_for: string;
}

type Queryable = Pick<ClientBase | Pool, 'query'>;

/** PostgreSQL stores no null character; a stream's name may have one. */
const shownNull = '\u2400';

const stored = (text: string): string => text.replaceAll('\0', shownNull);

/** What is wrong with a stream, or went wrong with an event of it. */
export function parkingFor(
  { stream, revision, position }: Pick<Parking, 'stream' | 'revision' | 'position'>,
  error: unknown,
): Parking {
  const reason = error instanceof StreamDamaged ? error.damage : 'failed';
  return { stream, revision, position, reason, problem: (error as Error).message };
}

/** The streams that one follower passes over. Who fails in between takes them anew from the database. */
export class ParkedStreams {
  private constructor(
    private readonly follower: string,
    private readonly streams: Set<string>,
  ) {}

  static async of(client: Queryable, follower: string): Promise<ParkedStreams> {
    const parked = await listParkedStreams(client, { follower });
    return new ParkedStreams(follower, new Set(parked.map(({ stream }) => stream)));
  }

  get size(): number {
    return this.streams.size;
  }

  has(stream: string): boolean {
    return this.streams.has(stream);
  }

  /** Of several reasons for one stream the first is kept, but what it is about now where it is tried again. */
  async park(client: ClientBase, parkings: readonly Parking[]): Promise<void> {
    if (parkings.length === 0) return;
    const rows = parkings.map((parking) => ({
      ...parking,
      stream: stored(parking.stream),
      problem: stored(parking.problem),
      position: positionText(parking.position),
    }));
    await client.query(
      `insert into parked_streams (follower, stream, revision, position, reason, problem)
       select $1, stream, revision, position, reason, problem
       from json_to_recordset($2) as given (stream text, revision bigint, position text, reason text, problem text)
       on conflict do nothing`,
      [this.follower, JSON.stringify(rows)],
    );
    for (const { stream } of parkings) this.streams.add(stream);
  }

  /** It was tried again in vain. */
  async keep(client: ClientBase, stream: string, error: unknown): Promise<void> {
    const { reason, problem } = parkingFor({ stream } as Parking, error);
    await client.query(
      `update parked_streams set reason = $3, problem = $4, release_asked = false
       where follower = $1 and stream = $2`,
      [this.follower, stored(stream), reason, stored(problem)],
    );
  }

  async unpark(client: ClientBase, stream: string): Promise<void> {
    await client.query('delete from parked_streams where follower = $1 and stream = $2', [
      this.follower,
      stored(stream),
    ]);
    this.streams.delete(stream);
  }
}

/** What is parked, the oldest first: of one follower, of one stream, or all. */
export async function listParkedStreams(
  client: Queryable,
  { follower, stream }: { readonly follower?: string; readonly stream?: string } = {},
): Promise<ParkedStream[]> {
  const { rows } = await (client as ClientBase).query<ParkedRow>(
    `select follower, stream, revision, position, reason, problem, since, release_asked as "releaseAsked",
       dropped_by, dropped_at, dropped_for
     from parked_streams where follower = coalesce($1, follower) and stream = coalesce($2, stream)
     order by since, follower, stream`,
    [follower, stream === undefined ? undefined : stored(stream)],
  );
  return rows.map(({ dropped_by: by, dropped_at: at, dropped_for: reason, ...row }) => ({
    ...row,
    stream: row.stream.replaceAll(shownNull, '\0'),
    revision: Number(row.revision),
    position: parsePosition(row.position),
    ...(by === null ? {} : { dropped: { by, at, reason } }),
  }));
}
