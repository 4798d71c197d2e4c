import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { atOnce } from './at-once.js';

function* upTo(count: number): Generator<number> {
  for (let item = 1; item <= count; item += 1) yield item;
}

describe('atOnce', () => {
  it('works on every item, on no more than the limit at a time', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await atOnce(3, upTo(10), async (item) => {
      most = Math.max(most, (running += 1));
      await setImmediate();
      running -= 1;
      done.push(item);
    });
    expect(done.sort((a, b) => a - b)).toEqual([...upTo(10)]);
    expect(most).toBe(3);
  });

  it('begins nothing more after a failure', async () => {
    const begun: number[] = [];
    const work = atOnce(2, upTo(100), async (item) => {
      begun.push(item);
      await setImmediate();
      if (item === 3) throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect(begun.length).toBeLessThan(6);
  });
});
