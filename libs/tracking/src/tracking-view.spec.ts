import { describe, expect, it } from '@jest/globals';
import { time } from '../../ordering/src/testing/scenario.js';
import { histories } from '../../status-events/src/testing/histories.js';
import { statusEventsOf } from '../../status-events/src/testing/status-events-of.js';
import { track, type TrackingView } from './tracking-view.js';

const events = statusEventsOf(histories.shippedInTwoPackages);
const viewAfter = (some: typeof events): TrackingView | undefined =>
  some.reduce<TrackingView | undefined>(track, undefined);

describe('track', () => {
  it('follows every package of an order', () => {
    expect(viewAfter(events)).toEqual({
      packages: [
        {
          packageId: 'box-1',
          units: [{ lineId: 'shirt', quantity: 2 }],
          carrier: 'jne',
          trackingNumber: 'JNE1',
          estimatedDelivery: '2026-01-10',
          scans: [
            expect.objectContaining({ code: 'arranged' }),
            expect.objectContaining({ code: 'shipped' }),
            expect.objectContaining({ code: 'delivered' }),
          ],
        },
        expect.objectContaining({ packageId: 'box-2', trackingNumber: 'JNE2' }),
      ],
    });
  });

  it('has nothing before the first package', () => {
    expect(viewAfter(events.slice(0, 5))).toBeUndefined();
  });

  it('changes nothing for what does not move a package', () => {
    const before = viewAfter(events.slice(0, 11));
    expect(events.slice(11).reduce<TrackingView | undefined>(track, before)).toBe(before);
  });

  it('puts a scan that is told of late in its place', () => {
    const timed = events
      .slice(0, 11)
      .map((event) =>
        event.type === 'orders.status.shipped.v1'
          ? { ...event, time: time(30) }
          : { ...event, time: time(20) },
      );
    expect(viewAfter(timed)!.packages[0]!.scans.map(({ code }) => code)).toEqual([
      'arranged',
      'delivered',
      'shipped',
    ]);
  });

  it('refuses a scan of a package that it does not know', () => {
    const shipped = events.find(({ type }) => type === 'orders.status.shipped.v1')!;
    expect(() => track(undefined, shipped)).toThrow('no package box-1');
  });
});
