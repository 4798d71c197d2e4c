import { setTimeout as pause } from 'node:timers/promises';

const firstPauseMs = 100;
const longestPauseMs = 10_000;

/** How long to wait after so many failures in a row, in milliseconds. */
export const pauseAfter = (failures: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** (failures - 1));

export interface PersistOptions {
  readonly signal: AbortSignal;
  /** Resolves when there is nothing left to do; calls `alive` whenever it gets on. */
  readonly work: (alive: () => void) => Promise<void>;
  readonly onFailure: (error: unknown, pauseMs: number) => void;
}

/** Begins the work anew each time it fails, until the signal; the pauses grow as long as nothing gets on. */
export async function persist({ signal, work, onFailure }: PersistOptions): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      return await work(() => (failures = 0));
    } catch (error) {
      failures += 1;
      const pauseMs = pauseAfter(failures);
      onFailure(error, pauseMs);
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}
