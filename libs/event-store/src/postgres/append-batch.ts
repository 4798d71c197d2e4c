import { type AppendResult, type NewEvent } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { expectationCode } from '../expectation-code.js';
import { type StreamExpectation } from '../served-event-store.port.js';
import { type Queries } from './queries.js';

export interface Append {
  readonly stream: string;
  readonly expected: StreamExpectation;
  readonly events: readonly NewEvent[];
}

export type AppendAnswer = AppendResult | { readonly kind: 'tombstoned' };

/** What an append or a deletion in SQL answers: the stream's last revision, and no position when it was refused. */
export interface WriteRow {
  readonly revision: string;
  readonly log_position: string | null;
}

const TOMBSTONE = '9223372036854775807';

/** Commits the appends in one statement and answers each of them; no two may be for the same stream. */
export async function appendBatch(queries: Queries, batch: readonly Append[]): Promise<AppendAnswer[]> {
  const events = batch.flatMap((append) => append.events);
  const rows = await queries.run<WriteRow>(
    'append-events',
    'select revision, log_position from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9) order by place',
    [
      batch.map((append) => append.stream),
      batch.map((append) => expectationCode(append.expected)),
      batch.flatMap((append, index) => append.events.map(() => index + 1)),
      events.map((event) => event.id),
      events.map((event) => event.type),
      events.map((event) => event.contentType),
      events.map((event) => event.data.length),
      events.map((event) => event.metadata.length),
      // One binary parameter: arrays of bytes would travel as hexadecimal text, at twice the time per batch.
      Buffer.concat(events.flatMap((event) => [event.data, event.metadata])),
    ],
  );
  return rows.map(toAnswer);
}

export function toAnswer({ revision, log_position }: WriteRow): AppendAnswer {
  if (log_position !== null) {
    return { kind: 'appended', revision: Number(revision), position: positionAt(BigInt(log_position)) };
  }
  if (revision === TOMBSTONE) return { kind: 'tombstoned' };
  return { kind: 'conflict', actual: revision === '-1' ? 'no-stream' : Number(revision) };
}
