import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { StreamDamaged } from '@app/event-store';

/** How long something may differ from the log while others write to it, in ms. */
const timeoutMs = 2_000;
const lookEveryMs = 50;

/** What the log says, and what is there instead. */
export interface Compared<Value> {
  readonly expected: Value;
  readonly found: Value;
}

/**
 * Looks until both are the same; gives what still differs after two seconds. Where a history is damaged there is nothing to
 * compare: that is reported by itself.
 */
export async function stillDiffers<Value>(
  look: () => Promise<Compared<Value>>,
): Promise<Compared<Value> | undefined> {
  for (const deadline = Date.now() + timeoutMs; ; await pause(lookEveryMs)) {
    const compared = await look().catch(noneOfDamaged);
    if (compared === undefined) return undefined;
    if (isDeepStrictEqual(compared.expected, compared.found)) return undefined;
    if (Date.now() > deadline) return compared;
  }
}

function noneOfDamaged(error: unknown): undefined {
  if (!(error instanceof StreamDamaged)) throw error;
}
