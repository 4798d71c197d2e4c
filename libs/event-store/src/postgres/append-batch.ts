import { expectationCode } from '../expectation-code.js';
import { positionAt } from '../position.js';
import { type Append, type AppendAnswer } from './append.js';
import { type Queries } from './queries.js';
import { runsOf, shares } from './runs.js';
import { toText } from './text.js';

/** What an append or a deletion in SQL answers: the stream's last revision, and no position when it was refused. */
export interface WriteRow {
  readonly revision: string;
  readonly log_position: string | null;
  readonly readable?: boolean;
}

const TOMBSTONE = '9223372036854775807';

/** Of the SQL function alone: any stream, as long as it has none of the events yet. */
const NONE_OF_THEM_YET = -5;

/** Commits the appends in one statement and answers each of them; those of one stream count in their order. */
export async function appendBatch(queries: Queries, batch: readonly Append[]): Promise<AppendAnswer[]> {
  const runs = runsOf(batch);
  const answers = await write(
    queries,
    runs.map(({ appends, events }) => ({ ...appends[0]!, events })),
    runs.map(({ appends }) =>
      appends.length > 1 ? NONE_OF_THEM_YET : expectationCode(appends[0]!.expected),
    ),
  );
  const ofAppends = new Map<Append, AppendAnswer>();
  for (const [index, { appends }] of runs.entries()) {
    const answer = answers[index]!;
    // Some are repetitions: each is then looked at for itself.
    const single = appends.length > 1 && answer.kind === 'conflict';
    const own = single
      ? await write(
          queries,
          appends,
          appends.map(({ expected }) => expectationCode(expected)),
        )
      : shares(answer, appends);
    appends.forEach((append, nr) => ofAppends.set(append, own[nr]!));
  }
  return batch.map((append) => ofAppends.get(append)!);
}

async function write(
  queries: Queries,
  batch: readonly Append[],
  expectations: readonly number[],
): Promise<AppendAnswer[]> {
  const events = batch.flatMap((append) => append.events);
  const rows = await queries.run<WriteRow>(
    'append-events',
    'select revision, log_position, readable from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) order by place',
    [
      batch.map((append) => toText(append.stream)),
      expectations,
      roundsOf(batch),
      batch.flatMap((append, index) => append.events.map(() => index + 1)),
      events.map((event) => event.id),
      events.map((event) => toText(event.type)),
      events.map((event) => event.contentType),
      events.map((event) => event.data.length),
      events.map((event) => event.metadata.length),
      // One binary parameter: arrays of bytes would travel as hexadecimal text, at twice the time per batch.
      Buffer.concat(events.flatMap((event) => [event.data, event.metadata])),
    ],
  );
  return rows.map(toAnswer);
}

/** Appends to one stream, and to its metadata, are written one behind the other. */
function roundsOf(batch: readonly Append[]): number[] {
  const rounds = new Map<string, number>();
  return batch.map(({ stream }) => {
    const base = stream.startsWith('$$') ? stream.slice(2) : stream;
    const round = (rounds.get(base) ?? 0) + 1;
    rounds.set(base, round);
    return round;
  });
}

export function toAnswer({ revision, log_position, readable = true }: WriteRow): AppendAnswer {
  if (log_position !== null) {
    const position = positionAt(BigInt(log_position));
    return { kind: 'appended', revision: Number(revision), position, readable };
  }
  if (revision === TOMBSTONE) return { kind: 'tombstoned' };
  return { kind: 'conflict', actual: revision === '-1' ? 'no-stream' : Number(revision) };
}
