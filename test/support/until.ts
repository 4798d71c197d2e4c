import { setTimeout as delay } from 'node:timers/promises';
import { within } from './within.js';

/** Milliseconds to wait for what should come within a few. */
const defaultTimeoutMs = 15_000;

/** Asks again until the answer passes; fails with the last answer when it never does. */
export async function until<T>(
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
  timeoutMs = defaultTimeoutMs,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await within(timeoutMs, `an answer to ${ask}`, ask());
    if (passes(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Waited ${timeoutMs} ms in vain: ${passes} of ${JSON.stringify(answer)}`);
    await delay(10);
  }
}
