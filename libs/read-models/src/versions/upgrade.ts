import { backOff, waitFor } from '@app/workers';
import { type ProjectorOptions } from '../projection/follow-orders.js';
import { liveTables } from './live-tables.js';
import { rebuild } from './rebuild.js';
import { version } from './version.js';

export interface UpgradeOptions extends ProjectorOptions {
  /** Called with what an operator should know of a new version of the read models. */
  readonly log?: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** How soon it is looked whether somebody else has done it, in ms. */
const pollMs = 5_000;
/** Each attempt reads the whole log. */
const pauses = { firstMs: 1_000, longestMs: 600_000 };

/**
 * Builds this release's version of the read models beside the live ones, which are of an older version, and puts it in
 * their place. Tells whether they were replaced before the signal aborted. Where the new version is not what the log
 * says, the old one stays.
 */
export async function upgrade(options: UpgradeOptions, signal: AbortSignal): Promise<boolean> {
  const { pool, log = () => {} } = options;
  for (let failures = 0; !signal.aborted;) {
    try {
      const live = await liveTables(pool);
      if (live.version >= version) return true;
      log('The read models are built anew beside the live ones.', { from: live.version, to: version });
      const rebuilt = await rebuild({ ...options, onProgress: undefined, signal });
      switch (rebuilt.kind) {
        case 'replaced':
          log('The new read models took the place of the old ones.', { version, orders: rebuilt.orders });
          return true;
        case 'different':
          log('The new read models are not what the log says, so the old ones stay. Report it.', {
            differences: rebuilt.differences.length,
            first: rebuilt.differences[0],
          });
          return false;
        default:
          await waitFor(pollMs, signal);
      }
    } catch (error) {
      if (signal.aborted) break;
      log('The read models could not be built anew; it is tried again.', { error });
      await backOff((failures += 1), signal, pauses);
    }
  }
  return false;
}
