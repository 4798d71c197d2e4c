import { setTimeout as pause } from 'node:timers/promises';
import { type Log } from '@app/status-events';
import { retryDelayMs } from './retry-delay.js';

export interface OutboxOptions<Item> {
  /** How many are sent at the same time. */
  readonly lanes: number;
  /** Takes the next one that is due, so that nobody else does for a while; undefined where none is. */
  readonly claim: () => Promise<Item | undefined>;
  /** Sends it and notes what became of it; throws only where that could not be noted. */
  readonly send: (item: Item) => Promise<void>;
  /** Ends it after what is under way. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** How long nothing being due is believed. */
const idleMs = 1000;
const afterFailure = { firstMs: 500, longestMs: 30_000 };

/** Sends what waits in a table until the signal. Failures of the database are waited out. */
export async function runOutbox<Item>(options: OutboxOptions<Item>): Promise<void> {
  await Promise.all(Array.from({ length: options.lanes }, () => runLane(options)));
}

async function runLane<Item>({ claim, send, signal, log }: OutboxOptions<Item>): Promise<void> {
  const rest = (ms: number): Promise<unknown> => pause(ms, undefined, { signal }).catch(() => {});
  let failures = 0;
  while (!signal.aborted) {
    try {
      const item = await claim();
      if (item === undefined) await rest(idleMs);
      else await send(item);
      failures = 0;
    } catch (error) {
      failures += 1;
      const pauseMs = retryDelayMs(failures, afterFailure);
      log('What waits to be sent cannot be looked at; it is tried again.', { pauseMs, error: String(error) });
      await rest(pauseMs);
    }
  }
}
