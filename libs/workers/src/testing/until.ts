import { setTimeout as pause } from 'node:timers/promises';
import { within } from './within.js';

/** Milliseconds to wait for what should come within a few; a machine may be busy with much else. */
const longest = 60_000;

/** Waits for a condition; fails with its description when it does not come true in time. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  await untilAnswer(async () => condition(), Boolean, longest, what);
}

/** Asks again until the answer passes, and gives it; fails with the last answer when none passes in time. */
export async function untilAnswer<T>(
  ask: () => Promise<T>,
  passes: (answer: T) => boolean,
  timeoutMs = longest,
  what = `${passes}`,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await within(timeoutMs, `an answer to ${ask}`, ask());
    if (passes(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`Waited ${timeoutMs} ms in vain: ${what}. The last answer: ${JSON.stringify(answer)}.`);
    await pause(5);
  }
}
