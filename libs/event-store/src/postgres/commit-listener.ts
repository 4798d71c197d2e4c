import { EventEmitter } from 'node:events';
import { Client, type ClientConfig } from 'pg';
import { backOff } from '../back-off.js';
import { untilAborted } from '../until-aborted.js';

/** PostgreSQL may lose a notification with the connection: readers look for themselves after this time. */
const POLL_MS = 1_000;

/** Hears of commits by LISTEN, on one connection of its own that it renews when it is lost. */
export class CommitListener {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly stop = new AbortController();
  private running: Promise<void> | undefined;
  private count = 0;

  constructor(private readonly connection: ClientConfig) {}

  /** Starts to listen, and answers how many commits it has heard of: to be asked before the log is read, for `next`. */
  listen(): number {
    this.running ??= this.listenAlways();
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

  private async listenAlways(): Promise<void> {
    const { signal } = this.stop;
    for (let failures = 0; !signal.aborted; failures++) {
      const client = new Client(this.connection);
      const ended = new Promise((resolve) => client.once('end', resolve));
      client.on('error', () => {});
      client.on('notification', () => this.wake());
      try {
        await untilAborted(this.startListening(client), signal);
        failures = 0;
        await untilAborted(ended, signal);
      } catch {
        // Readers look for themselves meanwhile.
      }
      void client.end();
      await backOff(failures, signal);
    }
  }

  private async startListening(client: Client): Promise<void> {
    await client.connect();
    const { rows } = await client.query<{ channel: string }>('select events_channel() as channel');
    await client.query(`listen ${rows[0]?.channel}`);
    this.wake();
  }
}
