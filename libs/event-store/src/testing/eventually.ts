import { setTimeout } from 'node:timers/promises';

/** Waits until the condition holds; fails after ten seconds. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`It did not come to hold: ${condition.toString()}`);
    await setTimeout(10);
  }
}
