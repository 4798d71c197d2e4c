import { setImmediate } from 'node:timers/promises';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type Append, type AppendAnswer } from './append-batch.js';

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly resolve: (answer: AppendAnswer) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_WAITING = 10_000;
const MAX_BATCH_EVENTS = 1_000;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;

/** Commits what arrives during a commit together in the next one: many callers share one sync of the disk. */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  /** `commit` answers each append of a batch in order; no two of a batch are for the same stream. */
  constructor(private readonly commit: (batch: readonly Append[]) => Promise<AppendAnswer[]>) {}

  add(append: Append): Promise<AppendAnswer> {
    if (this.closed) throw new EventStoreUnavailable('The event store has been closed.');
    if (this.waiting.length >= MAX_WAITING) {
      throw new EventStoreUnavailable(
        `${MAX_WAITING} appends are waiting for PostgreSQL already: try again later.`,
      );
    }
    const bytes = append.events.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0);
    return new Promise((resolve, reject) => {
      this.waiting.push({ append, bytes, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Commits what is waiting, takes nothing new. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      // Callers of the last commit go on first, so that their next appends are part of this one.
      await setImmediate();
      await this.commitTogether(this.takeBatch());
    }
    this.running = undefined;
  }

  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const streams = new Set<string>();
    let events = 0;
    let bytes = 0;
    for (const next of this.waiting) {
      events += next.append.events.length;
      bytes += next.bytes;
      const fits = batch.length === 0 || (events <= MAX_BATCH_EVENTS && bytes <= MAX_BATCH_BYTES);
      (fits && !streams.has(next.append.stream) ? batch : later).push(next);
      streams.add(next.append.stream);
    }
    this.waiting = later;
    return batch;
  }

  private async commitTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.commit(batch.map(({ append }) => append));
      answers.forEach((answer, index) => batch[index]?.resolve(answer));
    } catch (error) {
      if (batch.length === 1 || error instanceof EventStoreUnavailable) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One append that PostgreSQL cannot take must not fail the others.
      for (const single of batch) await this.commitTogether([single]);
    }
  }
}
