import { Client, type Pool } from 'pg';
import {
  type AppendResult,
  type EventStoreStatus,
  EventStoreUnavailable,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  StreamTombstoned,
  type SubscribeOptions,
  type SubscriptionBatch,
} from '../event-store.port.js';
import { expectationCode } from '../expectation-code.js';
import { Fence } from '../fence.js';
import { type Position } from '../position.js';
import {
  type FollowedBatch,
  type FollowOptions,
  type LogFilter,
  type ServedAppendResult,
  type ServedEventStore,
  type StreamExpectation,
  type StreamView,
} from '../served-event-store.port.js';
import { type AppendAnswer } from './append.js';
import { appendBatch, toAnswer, type WriteRow } from './append-batch.js';
import { CommitListener } from './commit-listener.js';
import { follow } from './follow.js';
import { GroupCommit } from './group-commit.js';
import { LiveReader } from './live-reader.js';
import { headOf, readLog } from './log-reader.js';
import { placeOf, toPosition } from './place.js';
import { Queries } from './queries.js';
import { readStream, viewStream } from './stream-reader.js';
import { subscribe } from './subscription.js';
import { toText } from './text.js';

const CHECK = `select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only
  from (select max(position) from events) log`;

/** Events of a page while a client catches up. */
const FOLLOWED_PAGE = 500;

/**
 * The event log in the table `events` of the pool's schema (migrations 101 to 107).
 * The pool stays its caller's: close the store first, then the pool.
 */
export class PostgresEventStore implements ServedEventStore {
  private readonly queries: Queries;
  private readonly commits: CommitListener;
  private readonly live: LiveReader;
  private readonly appends: GroupCommit;
  private readonly fence = new Fence(() => this.connections);
  private appended: (seconds: number) => void = () => {};
  private connections = 0;
  private readonly node: string;

  constructor(private readonly pool: Pool) {
    this.queries = new Queries(pool);
    this.commits = new CommitListener(pool);
    this.live = new LiveReader(this.queries, this.commits);
    this.appends = new GroupCommit(
      (batch) => appendBatch(this.queries, batch),
      () => this.fence.pass(),
    );
    const { host, port } = new Client(pool.options);
    this.node = `${host}:${port}`;
    pool.on('connect', this.connected);
  }

  async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<AppendResult> {
    if (events.length === 0) throw new Error(`An append to ${stream} has no events: give at least one.`);
    return this.write(stream, expected, events);
  }

  async write(
    stream: string,
    expected: StreamExpectation,
    events: readonly NewEvent[],
  ): Promise<ServedAppendResult> {
    const started = performance.now();
    const answer = await this.appends.add({ stream, expected, events });
    this.appended((performance.now() - started) / 1000);
    return alive(stream, answer);
  }

  readStream(stream: string, options: ReadStreamOptions = {}): AsyncIterable<RecordedEvent> {
    return readStream(this.queries, stream, options);
  }

  readAll(options: ReadAllOptions & LogFilter = {}): AsyncIterable<RecordedEvent> {
    return readLog(this.queries, options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionBatch> {
    return subscribe(this.queries, this.live, options);
  }

  async *follow({ after, signal, ...filter }: FollowOptions): AsyncGenerator<FollowedBatch> {
    const options = { after: placeOf(after), filter, limit: FOLLOWED_PAGE, signal };
    for await (const { place, ...batch } of follow(this.queries, this.live, options))
      yield { ...batch, position: toPosition(place) };
  }

  async lastPosition(): Promise<Position | undefined> {
    return toPosition(await headOf(this.queries));
  }

  async check(): Promise<void> {
    const [row] = await this.queries.run<{ read_only: boolean }>('check', CHECK, []);
    if (row?.read_only)
      throw new EventStoreUnavailable(`PostgreSQL at ${this.node} takes no appends: it is read-only.`);
  }

  /** The database's own rights are looked at when the schema is brought up to date. */
  async tryRights(): Promise<void> {
    await this.check();
  }

  guard(verify: () => Promise<void>): void {
    this.fence.guard(verify);
  }

  onAppended(listener: (seconds: number) => void): void {
    this.appended = listener;
  }

  get status(): EventStoreStatus {
    const connected = this.pool.totalCount > 0;
    return {
      connections: this.connections,
      node: connected ? this.node : undefined,
      leader: connected,
    };
  }

  deleteStream(stream: string, expected: StreamExpectation): Promise<AppendResult> {
    return this.delete(stream, expected, false);
  }

  tombstoneStream(stream: string, expected: StreamExpectation): Promise<AppendResult> {
    return this.delete(stream, expected, true);
  }

  viewStream(stream: string): Promise<StreamView> {
    return viewStream(this.queries, stream);
  }

  /** Commits the appends that are waiting and ends the subscriptions. */
  async close(): Promise<void> {
    this.pool.off('connect', this.connected);
    await Promise.all([this.appends.close(), this.commits.close()]);
  }

  private readonly connected = (): void => void this.connections++;

  private async delete(stream: string, expected: StreamExpectation, forGood: boolean): Promise<AppendResult> {
    const rows = await this.queries.run<WriteRow>(
      'delete-stream',
      'select revision, log_position from delete_stream($1, $2, $3)',
      [toText(stream), expectationCode(expected), forGood],
    );
    const answer = rows.map(toAnswer)[0];
    if (answer === undefined) throw new Error('delete_stream answered nothing.');
    return alive(stream, answer);
  }
}

function alive(stream: string, answer: AppendAnswer): ServedAppendResult {
  if (answer.kind === 'tombstoned') throw new StreamTombstoned(stream);
  return answer;
}
