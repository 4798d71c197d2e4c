import { describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.js';

const long = 60_000;

describe('work in turn', () => {
  it('goes on after a failure, key by key', async () => {
    const turns = new InTurn();
    const done: string[] = [];
    const work = (name: string) => async () => {
      await Promise.resolve();
      done.push(name);
    };
    const failing = turns.take('a', () => Promise.reject(new Error('no')), long);
    await Promise.all([
      expect(failing).rejects.toThrow('no'),
      turns.take('a', work('a1'), long),
      turns.take('a', work('a2'), long),
      turns.take('b', work('b1'), long),
    ]);
    expect(done.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2']);
    expect(done).toContain('b1');
  });

  it('is not begun when its turn does not come in time, and nobody behind it is let in early', async () => {
    const turns = new InTurn();
    const done: string[] = [];
    const work = (name: string) => async () => done.push(name);
    let end = (): void => {};
    const first = turns.take('a', () => new Promise<void>((resolve) => (end = resolve)), long);
    expect(await turns.take('a', work('gave up'), 1)).toBeUndefined();
    const next = turns.take('a', work('next'), long);
    expect(await turns.take('a', work('gave up as well'), 1)).toBeUndefined();
    expect(done).toEqual([]);
    end();
    await Promise.all([first, next]);
    expect(done).toEqual(['next']);
  });
});
