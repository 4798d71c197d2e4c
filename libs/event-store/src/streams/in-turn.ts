import { setTimeout } from 'node:timers/promises';

/** Lets only one piece of work per key go on at a time, the others behind it in the order in which they came. */
export class InTurn {
  private readonly last = new Map<string, Promise<void>>();

  /** What the work gives; undefined, and the work is never begun, where its turn does not come within so many ms. */
  async take<T>(key: string, work: () => Promise<T>, withinMs: number): Promise<T | undefined> {
    const before = this.last.get(key);
    let leave = (): void => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    // Who gives up waiting still has those behind it wait for those before it.
    const turn = Promise.all([before, left]).then(() => {
      if (this.last.get(key) === turn) this.last.delete(key);
    });
    this.last.set(key, turn);
    try {
      return before === undefined || (await endsWithin(before, withinMs)) ? await work() : undefined;
    } finally {
      leave();
    }
  }
}

async function endsWithin(waited: Promise<void>, ms: number): Promise<boolean> {
  const ended = new AbortController();
  const late = setTimeout(ms, false, { signal: ended.signal }).catch(() => false);
  try {
    return await Promise.race([waited.then(() => true), late]);
  } finally {
    ended.abort();
  }
}
