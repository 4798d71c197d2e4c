import { waitFor } from './back-off.js';
import { together } from './together.js';
import { type Turn } from './work.js';

export interface Outbox<Item> {
  /** How many are sent at the same time. */
  readonly atOnce: number;
  /** Takes the next one that is due, so that nobody else does for a while; undefined where none is. */
  readonly claim: () => Promise<Item | undefined>;
  /** Sends it and notes what became of it; throws only where that could not be noted. */
  readonly send: (item: Item) => Promise<void>;
}

/** How long nothing being due is believed. */
const idleMs = 1_000;

/** Sends what waits in a table, until the signal. */
export function sendWaiting<Item>({ atOnce, claim, send }: Outbox<Item>, turn: Turn): Promise<void> {
  const sendOneByOne = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const item = await claim();
      if (item === undefined) await waitFor(idleMs, signal);
      else await send(item);
      turn.progressed();
    }
  };
  return together(turn.signal, ...Array.from({ length: atOnce }, () => sendOneByOne));
}
