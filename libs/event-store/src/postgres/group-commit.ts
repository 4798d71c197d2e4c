import { setImmediate } from 'node:timers/promises';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type Append, type AppendAnswer } from './append.js';

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly resolve: (answer: AppendAnswer) => void;
  readonly reject: (error: unknown) => void;
}

const MAX_WAITING = 10_000;
const MAX_BATCH_EVENTS = 1_000;
const MAX_BATCH_BYTES = 4 * 1024 * 1024;
/** They are written one behind the other: a commit must not take long for those of others. */
const MAX_APPENDS_OF_A_STREAM = 100;

/** Commits what arrives during a commit together in the next one: many callers share one sync of the disk. */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  /** `commit` answers each append of a batch in order; `ready` throws where no commit may be made, or counts. */
  constructor(
    private readonly commit: (batch: readonly Append[]) => Promise<AppendAnswer[]>,
    private readonly ready: () => Promise<void> = async () => {},
  ) {}

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

  /** The oldest, as many as fit; those of one stream stay in their order. */
  private takeBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const ofStream = new Map<string, number>();
    let events = 0;
    let bytes = 0;
    for (const next of this.waiting) {
      const { stream, expected } = next.append;
      const before = ofStream.get(stream) ?? 0;
      const fits =
        batch.length === 0 ||
        (before < MAX_APPENDS_OF_A_STREAM &&
          events + next.append.events.length <= MAX_BATCH_EVENTS &&
          bytes + next.bytes <= MAX_BATCH_BYTES);
      // Those that expect nothing are written as one.
      const one = expected === 'any' && before > 0 ? 0 : 1;
      ofStream.set(stream, fits ? before + one : MAX_APPENDS_OF_A_STREAM);
      if (!fits) {
        later.push(next);
        continue;
      }
      batch.push(next);
      events += next.append.events.length;
      bytes += next.bytes;
    }
    this.waiting = later;
    return batch;
  }

  private async commitTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.ready();
      const answers = await this.commitOrSplit(batch);
      await this.ready();
      answers.forEach((answer, index) => {
        if (answer.status === 'fulfilled') batch[index]?.resolve(answer.value);
        else batch[index]?.reject(answer.reason);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  /** One append that PostgreSQL cannot take must not fail the others: each is then committed alone. */
  private async commitOrSplit(batch: readonly Waiting[]): Promise<PromiseSettledResult<AppendAnswer>[]> {
    try {
      const answers = await this.commit(batch.map(({ append }) => append));
      return answers.map((value) => ({ status: 'fulfilled', value }));
    } catch (reason) {
      if (reason instanceof EventStoreUnavailable) throw reason;
      if (batch.length === 1) return [{ status: 'rejected', reason }];
      const settled: PromiseSettledResult<AppendAnswer>[] = [];
      for (const single of batch) settled.push(...(await this.commitOrSplit([single])));
      return settled;
    }
  }
}
