import { setTimeout as pause } from 'node:timers/promises';

/** Between which pauses a back-off goes, in milliseconds. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

const usual: BackOff = { firstMs: 100, longestMs: 5_000 };

/**
 * How long to wait after so many failures in a row, in milliseconds: twice as long each time up to the longest, give
 * or take a fifth, so that what failed together does not come back together.
 */
export const pauseAfter = (failures: number, { firstMs, longestMs } = usual): number =>
  Math.min(longestMs, firstMs * 2 ** (failures - 1)) * (0.8 + 0.4 * Math.random());

/** Waits after so many failures in a row; not longer than until the signal. */
export async function backOff(failures: number, signal?: AbortSignal, bounds = usual): Promise<void> {
  await waitFor(pauseAfter(failures, bounds), signal);
}

/** Waits so many milliseconds; not longer than until the signal. */
export async function waitFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => {});
}
