import { pauseAfter, waitFor } from './back-off.js';
import { type Turn, type Work } from './work.js';

/** Who hears of the work. */
export interface Listener extends Partial<Omit<Turn, 'signal'>> {
  /** Called for each failure, before the pause that follows it. */
  readonly onFailure?: (error: unknown, pauseMs: number) => void;
}

/**
 * Does the work until the signal. After a failure it is begun anew; the pauses in between grow as long as nothing gets
 * on.
 */
export async function runForever(work: Work, signal: AbortSignal, listener: Listener = {}): Promise<void> {
  const { progressed, onTrouble = () => {}, onFailure } = listener;
  let failures = 0;
  const turn: Turn = {
    signal,
    onTrouble,
    progressed() {
      failures = 0;
      progressed?.();
    },
  };
  while (!signal.aborted) {
    try {
      return await work.run(turn);
    } catch (error) {
      failures += 1;
      const pauseMs = pauseAfter(failures);
      onFailure?.(error, pauseMs);
      await waitFor(pauseMs, signal);
    }
  }
}
