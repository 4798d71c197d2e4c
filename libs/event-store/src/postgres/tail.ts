import { type RecordedEvent } from '../event-store.port.js';
import { type Place } from './place.js';

/** So many reads of the log may wait for one follower; then it reads for itself again. */
const MAX_WAITING = 20;

/** What the live reader has read and one follower has not yet taken. */
export class Tail {
  private waiting: (readonly RecordedEvent[])[] = [];
  private failure: { readonly error: unknown } | undefined;
  private overrun = false;
  private wake: (() => void) | undefined;

  constructor(
    readonly start: Place,
    readonly close: () => void,
  ) {}

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  push(events: readonly RecordedEvent[]): void {
    if (this.waiting.length === MAX_WAITING) {
      this.overrun = true;
      this.close();
    } else this.waiting.push(events);
    this.wake?.();
  }

  fail(error: unknown): void {
    this.failure = { error };
    this.close();
    this.wake?.();
  }

  /** The next events; undefined when so much came that some were dropped, or when `signal` aborts. */
  async next(signal: AbortSignal): Promise<readonly RecordedEvent[] | undefined> {
    while (this.empty && !this.overrun && !this.failure && !signal.aborted) await this.something(signal);
    const events = this.waiting.shift();
    if (events === undefined && this.failure) throw this.failure.error;
    return events;
  }

  private something(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        this.wake = undefined;
        resolve();
      };
      this.wake = done;
      signal.addEventListener('abort', done);
    });
  }
}
