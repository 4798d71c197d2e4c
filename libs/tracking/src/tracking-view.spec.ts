import { describe, expect, it } from '@jest/globals';
import { time } from '@app/ordering/testing';
import { type StatusEvent } from '@app/status-events';
import { histories, statusEventsOf } from '@app/status-events/testing';
import { isTracked, type TrackedEvent, trackingAfter, type TrackingView } from './tracking-view.js';

const events = statusEventsOf(histories.shippedInTwoPackages);
const viewAfter = (some: typeof events): TrackingView | undefined =>
  some.filter(isTracked).reduce<TrackingView | undefined>(trackingAfter, undefined);

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
          deliveredAt: events[9]!.time,
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

  it('has nothing to do with what does not move a package', () => {
    expect(events.slice(11).filter(isTracked)).toEqual([]);
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

  it('follows packages that do not arrive to their end', () => {
    const view = viewAfter(statusEventsOf(histories.packagesThatDidNotArrive))!;
    const codes = view.packages.map(({ scans }) => scans.map(({ code }) => code));
    expect(codes).toEqual([
      [
        ...['arranged', 'shipped', 'delivery-attempted', 'delivery-attempted', 'ready-for-pickup'],
        ...['ready-for-pickup', 'unclaimed', 'received-back'],
      ],
      ['arranged', 'shipped', 'refused', 'received-back'],
      ['arranged', 'shipped', 'lost', 'found'],
    ]);
    expect(view.packages[0]).toMatchObject({ trackingNumber: 'JNE7', place: 'Post office Cimahi' });
    expect(view.packages[0]).not.toHaveProperty('deliveredAt');
  });

  describe('of a package that is scanned and late', () => {
    const late = statusEventsOf(histories.arrangedScannedAndLate);
    const parcelAfter = (count: number) => viewAfter(late.slice(0, count))!.packages[0]!;

    it('shows scan by scan, in the order of the carrier’s clock', () => {
      expect(parcelAfter(9).scans).toEqual([
        expect.objectContaining({ code: 'arranged' }),
        expect.objectContaining({ code: 'shipped' }),
        { code: 'COLLECTED', at: time(4) },
        { code: 'arrived', place: 'Cimahi depot', at: time(6) },
      ]);
    });

    it('says where it is, and a scan that comes late moves it nowhere', () => {
      const [scanned] = late.slice(7, 8) as StatusEvent<'orders.status.package-scanned.v1'>[];
      const scan = { ...scanned!.data.change.scan, place: 'Garut', scannedAt: time(2) };
      const earlier = { ...scanned!, data: { ...scanned!.data, change: { packageId: 'box-1', scan } } };
      const view = viewAfter([...late.slice(0, 7), earlier])!;
      expect(view.packages[0]).toMatchObject({ place: 'Cimahi depot' });
      expect(view.packages[0]!.scans).toContainEqual(expect.objectContaining({ place: 'Garut' }));
    });

    it('shows the newest estimate, of this package or of all', () => {
      expect([4, 5, 9, 11].map((count) => parcelAfter(count).estimatedDelivery)).toEqual([
        '2026-01-10',
        '2026-01-13',
        '2026-01-20',
        '2026-01-15',
      ]);
    });

    it('is at no place once it was handed over, whatever is scanned afterwards', () => {
      expect(parcelAfter(12)).toMatchObject({ deliveredAt: expect.any(String), place: undefined });
      expect(trackingAfter(viewAfter(late), late[6] as TrackedEvent)!.packages[0]).toMatchObject({
        place: undefined,
      });
    });
  });

  it('keeps the estimate of what has arrived, and drops a package whose units were cancelled', () => {
    const unpacked = statusEventsOf(histories.unpackedAndProvided);
    expect(viewAfter(unpacked.slice(0, 6))!.packages.map(({ packageId }) => packageId)).toEqual([
      'box-1',
      'box-2',
    ]);
    expect(viewAfter(unpacked)!.packages).toMatchObject([
      { packageId: 'box-1', units: [{ lineId: 'shirt', quantity: 1 }], estimatedDelivery: '2026-01-15' },
    ]);
    const again = unpacked.find(({ type }) => type === 'orders.status.estimate-changed.v1')!;
    const change = { newEstimate: '2026-02-01' };
    const later = { ...again, data: { ...again.data, change } } as TrackedEvent;
    expect(trackingAfter(viewAfter(unpacked), later)).toEqual(viewAfter(unpacked));
  });

  it('refuses a scan of a package that it does not know', () => {
    const shipped = events.find(({ type }) => type === 'orders.status.shipped.v1');
    expect(() => trackingAfter(undefined, shipped as TrackedEvent)).toThrow('no package box-1');
  });
});
