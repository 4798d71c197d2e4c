import { describe, expect, it } from '@jest/globals';
import { claimLife } from '../claims/claim-life.js';
import { refundLife } from '../refunds/refund-life.js';
import { returnLife } from '../returns/return-life.js';
import { timerTable } from '../timer-table.js';
import { type CaseLife } from './case-life.js';

const lives: [string, CaseLife<string>, string][] = [
  ['return', returnLife, 'requested'],
  ['claim', claimLife, 'opened'],
  ['refund', refundLife, 'initiated'],
];

describe.each(lives)('the life of a %s', (_, life, first) => {
  const onward = (state: string): string[] => Object.values(life[state]!.on) as string[];
  const ends = Object.keys(life).filter((state) => onward(state).every((next) => next === state));

  // A refund can fail after it was paid out: it is over all the same as long as nobody says so (M7).
  const over = Object.keys(life).filter((state) => life[state]!.waitsFor === undefined);

  it('reaches every state, and from each an end', () => {
    const reached = new Set([first]);
    for (const state of reached) onward(state).forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual(Object.keys(life).sort());

    const ending = new Set(over);
    for (const __ of Object.keys(life))
      Object.keys(life)
        .filter((state) => onward(state).some((next) => ending.has(next)))
        .forEach((state) => ending.add(state));
    expect([...ending].sort()).toEqual(Object.keys(life).sort());
  });

  it('waits for nobody where it has ended', () =>
    expect(ends.filter((state) => life[state]!.waitsFor !== undefined)).toEqual([]));

  it('has a clock for everybody but a person of the platform', () => {
    const waiting = Object.values(life).filter(
      ({ waitsFor }) => waitsFor === 'buyer' || waitsFor === 'seller',
    );
    expect(waiting.every(({ timer }) => timer !== undefined && timer in timerTable)).toBe(true);
  });
});
