import { EventEmitter } from 'node:events';
import { type Pool } from 'pg';
import { Session } from '@app/database';
import { runForever, type Turn } from '@app/workers';

/** PostgreSQL may lose a notification with the connection: readers look for themselves after this time. */
const POLL_MS = 1_000;

/** Hears of commits by LISTEN, on one connection of its own that it renews when it is lost. */
export class CommitListener {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly stop = new AbortController();
  private running: Promise<void> | undefined;
  private count = 0;

  constructor(private readonly pool: Pool) {}

  /** Starts to listen, and answers how many commits it has heard of: to be asked before the log is read, for `next`. */
  listen(): number {
    // While it fails, readers look for themselves.
    this.running ??= runForever({ name: 'commits', run: (turn) => this.hear(turn) }, this.stop.signal);
    return this.count;
  }

  get closed(): boolean {
    return this.stop.signal.aborted;
  }

  /** Waits until there may be more than after `heard` commits, or until `signal` aborts. */
  next(heard: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.emitter.off('commit', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      this.emitter.on('commit', done);
      signal.addEventListener('abort', done);
      if (heard !== this.count || signal.aborted || this.closed) done();
    });
  }

  async close(): Promise<void> {
    this.stop.abort();
    this.wake();
    await this.running;
  }

  private wake(): void {
    this.count++;
    this.emitter.emit('commit');
  }

  /** Throws where the connection is lost. */
  private async hear({ signal, progressed }: Turn): Promise<void> {
    const session = await Session.open(this.pool);
    try {
      session.on('notification', () => this.wake());
      const { rows } = await session.query<{ channel: string }>('select events_channel() as channel');
      await session.query(`listen ${rows[0]?.channel}`);
      progressed();
      this.wake();
      await aborted(AbortSignal.any([signal, session.lost]));
      if (!signal.aborted) throw new Error('The connection was lost.');
    } finally {
      await session.close();
    }
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve());
    if (signal.aborted) resolve();
  });
