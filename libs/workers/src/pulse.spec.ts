import { beforeEach, describe, expect, it } from '@jest/globals';
import { Pulse } from './pulse.js';

let now: number;
beforeEach(() => void (now = 0));
const clock = (): number => now;
const quietMs = 60;

describe('the pulse of work', () => {
  it('shows no stall until it has been quiet for long enough', async () => {
    const pulse = new Pulse({}, clock);
    now = 59;
    expect(await pulse.stalledMs(quietMs)).toBe(0);
    now = 75;
    expect(await pulse.stalledMs(quietMs)).toBe(75);
  });

  it('goes on where it got on', async () => {
    const pulse = new Pulse({}, clock);
    now = 75;
    pulse.beat();
    now = 100;
    expect(await pulse.stalledMs(quietMs)).toBe(0);
  });

  it('may be quiet while there is nothing to do, and is stalled only since something waits', async () => {
    let waits = false;
    const pulse = new Pulse({ hasMore: () => Promise.resolve(waits) }, clock);
    now = 1_000;
    expect(await pulse.stalledMs(quietMs)).toBe(0);
    waits = true;
    now = 1_010;
    expect(await pulse.stalledMs(quietMs)).toBe(0);
    now = 1_070;
    expect(await pulse.stalledMs(quietMs)).toBe(70);
  });

  it('is stalled where nobody can tell whether something waits', async () => {
    const pulse = new Pulse({ hasMore: () => Promise.reject(new Error('away')) }, clock);
    now = 61;
    expect(await pulse.stalledMs(quietMs)).toBe(61);
  });
});
