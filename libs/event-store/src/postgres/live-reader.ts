import { EventStoreUnavailable } from '../event-store.port.js';
import { type CommitListener } from './commit-listener.js';
import { EVENT_COLUMNS, type EventRow, toRecordedEvent } from './event-row.js';
import { headOf } from './log-reader.js';
import { type Place } from './place.js';
import { type Queries } from './queries.js';
import { Tail } from './tail.js';

const PAGE = 500;

const BEHIND = `select ${EVENT_COLUMNS} from events where position > $1 order by position limit ${PAGE}`;

/** Reads what is new in the log once for all who follow it, however many they are. */
export class LiveReader {
  private readonly tails = new Set<Tail>();
  private readonly never = new AbortController().signal;
  private place: Place = 0n;
  private running = false;

  constructor(
    private readonly queries: Queries,
    private readonly commits: CommitListener,
  ) {}

  get closed(): boolean {
    return this.commits.closed;
  }

  /** Gives all that is written behind the tail's start; close it when it is no longer needed. */
  async attach(): Promise<Tail> {
    const head = this.running ? this.place : await headOf(this.queries);
    if (!this.running) this.place = head;
    const tail = new Tail(this.place, () => this.tails.delete(tail));
    this.tails.add(tail);
    if (!this.running) void this.run();
    return tail;
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.tails.size > 0 && !this.commits.closed) {
        const heard = this.commits.listen();
        const events = (await this.queries.run<EventRow>('live', BEHIND, [this.place])).map(toRecordedEvent);
        this.place = events.at(-1)?.position.commit ?? this.place;
        if (events.length > 0) for (const tail of this.tails) tail.push(events);
        if (events.length < PAGE) await this.commits.next(heard, this.never);
      }
      for (const tail of this.tails) tail.fail(new EventStoreUnavailable('The event store has been closed.'));
    } catch (error) {
      // Whoever follows finds the way back by itself, and may look first whether it is still the same log.
      for (const tail of this.tails) tail.fail(error);
    } finally {
      this.running = false;
    }
  }
}
