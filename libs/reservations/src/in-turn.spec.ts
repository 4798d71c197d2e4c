import { describe, expect, it } from '@jest/globals';
import { InTurn } from './in-turn.js';

describe('work in turn', () => {
  it('goes on after a failure, key by key', async () => {
    const turns = new InTurn();
    const done: string[] = [];
    const work = (name: string) => async () => {
      await Promise.resolve();
      done.push(name);
    };
    const failing = turns.take('a', () => Promise.reject(new Error('no')));
    await Promise.all([
      expect(failing).rejects.toThrow('no'),
      turns.take('a', work('a1')),
      turns.take('a', work('a2')),
    ]);
    expect(done).toEqual(['a1', 'a2']);
  });
});
