import { type Pool } from 'pg';
import {
  StreamTombstoned,
  type AppendResult,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import {
  type ServedEventStore,
  type StreamExpectation,
  type StreamState,
} from '../served-event-store.port.js';
import { type Position } from '../position.js';
import { expectationCode } from '../expectation-code.js';
import { appendBatch, toAnswer, type AppendAnswer, type WriteRow } from './append-batch.js';
import { CommitListener } from './commit-listener.js';
import { GroupCommit } from './group-commit.js';
import { headOf, readLog } from './log-reader.js';
import { toPosition } from './place.js';
import { Queries } from './queries.js';
import { readStream } from './stream-reader.js';
import { subscribe } from './subscription.js';

/**
 * The event log in the table `events` of the pool's schema (migrations 101 to 104).
 * The pool stays its caller's: close the store first, then the pool.
 */
export class PostgresEventStore implements ServedEventStore {
  private readonly queries: Queries;
  private readonly commits: CommitListener;
  private readonly appends: GroupCommit;

  constructor(pool: Pool) {
    this.queries = new Queries(pool);
    this.commits = new CommitListener(pool.options);
    this.appends = new GroupCommit((batch) => appendBatch(this.queries, batch));
  }

  async append(
    stream: string,
    expected: StreamExpectation,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    if (events.length === 0) throw new Error(`An append to ${stream} has no events: give at least one.`);
    return alive(stream, await this.appends.add({ stream, expected, events }));
  }

  readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    return readStream(this.queries, stream, options);
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<RecordedEvent> {
    return readLog(this.queries, options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionBatch> {
    return subscribe(this.queries, this.commits, options);
  }

  async lastPosition(): Promise<Position | undefined> {
    return toPosition(await headOf(this.queries));
  }

  deleteStream(stream: string, expected: StreamExpectation): Promise<AppendResult> {
    return this.delete(stream, expected, false);
  }

  tombstoneStream(stream: string, expected: StreamExpectation): Promise<AppendResult> {
    return this.delete(stream, expected, true);
  }

  async streamState(stream: string): Promise<StreamState> {
    const [row] = await this.queries.run<{ state: StreamState }>(
      'stream-state',
      'select stream_state($1) as state',
      [stream],
    );
    return row?.state ?? 'missing';
  }

  /** Commits the appends that are waiting and ends the subscriptions. */
  async close(): Promise<void> {
    await Promise.all([this.appends.close(), this.commits.close()]);
  }

  private async delete(stream: string, expected: StreamExpectation, forGood: boolean): Promise<AppendResult> {
    const rows = await this.queries.run<WriteRow>(
      'delete-stream',
      'select revision, log_position from delete_stream($1, $2, $3)',
      [stream, expectationCode(expected), forGood],
    );
    const answer = rows.map(toAnswer)[0];
    if (answer === undefined) throw new Error('delete_stream answered nothing.');
    return alive(stream, answer);
  }
}

function alive(stream: string, answer: AppendAnswer): AppendResult {
  if (answer.kind === 'tombstoned') throw new StreamTombstoned(stream);
  return answer;
}
