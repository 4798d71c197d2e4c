import { describe, expect, it } from '@jest/globals';
import { type Position, positionAt, positionText } from '../position.js';
import { Checkpoints } from './checkpoints.js';

/** What is sent while catching up: `x` is an event that matches, `.` one that does not. */
function sent(log: string, window: number, interval: number, after?: Position): string[] {
  const checkpoints = new Checkpoints({ window, checkpointInterval: interval }, after);
  const seen: (Position | undefined)[] = [];
  const first = (after?.commit ?? 0n) + 1n;
  [...log].forEach((letter, index) => {
    const place = first + BigInt(index);
    if (letter !== 'x') return;
    seen.push(...checkpoints.lookedTo(place - 1n), ...checkpoints.gave(positionAt(place)));
  });
  seen.push(...checkpoints.lookedTo(first + BigInt(log.length) - 1n), ...checkpoints.caughtUp());
  return seen.map((position) => (position ? positionText(position) : 'nothing yet'));
}

describe('the checkpoints of a filtered subscription', () => {
  it('tell the last event that matched, and how far behind it was looked', () => {
    expect(sent('.x.x....', 1, 1, positionAt(10n))).toEqual([
      ...['10', '11/0', '12', '13/0', '14', '15/0', '16/0', '17/0', '18/0'],
    ]);
    expect(sent(`.x.x${'.'.repeat(18)}`, 4, 8, positionAt(10n))).toEqual(['14', '22/0']);
  });

  it('come as often as was asked for', () => {
    expect(sent('.'.repeat(1_000), 1, 30)).toHaveLength(33);
  });

  it('end with the last event that matched, or where the subscription began', () => {
    expect(sent('..x..', 32, 32)).toEqual(['3']);
    expect(sent('.....', 32, 32, positionAt(7n))).toEqual(['7']);
  });

  it('say "nothing yet" at the end of a short log without a match, and then no more', () => {
    expect(sent('.....', 32, 32)).toEqual(['nothing yet']);
    const checkpoints = new Checkpoints({ window: 1, checkpointInterval: 1 }, undefined);
    expect([...checkpoints.caughtUp(), ...checkpoints.live(5n, 8n)]).toEqual([undefined]);
  });

  it('live, tell the event at which enough have been looked at', () => {
    const checkpoints = new Checkpoints({ window: 2, checkpointInterval: 2 }, positionAt(5n));
    expect([...checkpoints.live(5n, 6n), ...checkpoints.live(6n, 10n)].map(positionText)).toEqual(['7', '9']);
  });
});
