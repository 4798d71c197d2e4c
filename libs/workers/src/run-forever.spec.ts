import { describe, expect, it } from '@jest/globals';
import { runForever } from './run-forever.js';
import { together } from './together.js';
import { type Turn } from './work.js';

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('work that goes on for ever', () => {
  /** Runs work that fails so many times, and gives the pauses after the failures. */
  async function failing(
    times: number,
    turn: (nr: number, turn: Turn) => void = () => {},
  ): Promise<number[]> {
    const pauses: number[] = [];
    const run = async (given: Turn): Promise<void> => {
      turn(pauses.length, given);
      if (pauses.length < times) throw new Error('not now');
    };
    const onFailure = (_: unknown, pauseMs: number): void => void pauses.push(Math.round(pauseMs));
    await runForever({ name: 'some', run }, new AbortController().signal, { onFailure });
    return pauses;
  }

  it('is begun anew after each failure, after longer and longer pauses', async () => {
    const pauses = await failing(3);
    expect(pauses).toHaveLength(3);
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  });

  it('counts failures anew once it has got on', async () => {
    const pauses = await failing(3, (nr, { progressed }) => nr === 2 && progressed());
    expect(pauses[2]).toBeLessThanOrEqual(120);
  });

  it('finishes its turn at the signal, also in a pause', async () => {
    const stop = new AbortController();
    let finished = false;
    const run = async ({ signal }: Turn): Promise<void> => {
      await untilAborted(signal);
      finished = true;
    };
    const running = runForever({ name: 'some', run }, stop.signal);
    stop.abort();
    await running;
    expect(finished).toBe(true);
    const failed = new AbortController();
    await runForever({ name: 'other', run: () => Promise.reject(new Error('never')) }, failed.signal, {
      onFailure: () => failed.abort(),
    });
    expect(failed.signal.aborted).toBe(true);
  });
});

describe('parts of one piece of work', () => {
  it('all end when one fails, and its error is thrown after the last one', async () => {
    const ended: string[] = [];
    const waiting = (name: string) => async (signal: AbortSignal) => {
      await untilAborted(signal);
      ended.push(name);
      throw new Error('only because the other failed');
    };
    const parts = [waiting('a'), waiting('b'), () => Promise.reject(new Error('the first'))];
    await expect(together(new AbortController().signal, ...parts)).rejects.toThrow('the first');
    expect(ended).toEqual(['a', 'b']);
  });
});
