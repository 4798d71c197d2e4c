import { type Work } from './work.js';

/** Knows since when a piece of work has had something to do and got nothing done. */
export class Pulse {
  private last: number;

  /** `now` gives milliseconds that only go forward. */
  constructor(
    private readonly work: Pick<Work, 'hasMore'>,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.last = now();
  }

  /** It got on, or has nothing to do. */
  readonly beat = (): void => {
    this.last = this.now();
  };

  /** Milliseconds since it got on, once these are more than `quietMs` and something waits; else 0. */
  async stalledMs(quietMs: number): Promise<number> {
    if (this.now() - this.last < quietMs) return 0;
    // Where nobody can tell whether something waits, that is for whoever looks at the engines to say.
    const hasMore = (await this.work.hasMore?.().catch(() => true)) ?? true;
    if (!hasMore) this.beat();
    return hasMore ? this.now() - this.last : 0;
  }
}
