import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds to wait for what should come within a few; a machine may be busy with much else. */
const longest = 60_000;

/** Waits for a condition; fails with its description when it does not come true in time. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + longest;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${longest} ms in vain: ${what}.`);
    await pause(5);
  }
}
