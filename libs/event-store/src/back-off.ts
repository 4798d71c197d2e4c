import { setTimeout } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 3_000;

/**
 * Waits before the next try: longer with every failure in a row, a random part less so that not all clients
 * come back at once. Returns early when `signal` aborts.
 */
export async function backOff(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
  await setTimeout(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => {});
}
