import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../status.js';
import { arrange, cancel, create, deliver, given, pay, ship, time, track } from '../testing/scenario.js';

const confirm = { type: 'confirm' } as const;
const confirmed = [create(), pay(), confirm] as const;
const shipped = given(...confirmed, ship());

describe('track', () => {
  it('records a scan with the carrier’s own clock, and moves nothing', () => {
    const order = shipped
      .when(track({ description: 'Sorted', scannedAt: '2026-01-05T11:00:00Z' }))
      .then('PackageScanned');
    expect(statusOf(order)).toBe('InTransit');
    expect(order.newEvents[0]).toEqual({
      type: 'PackageScanned',
      at: time(1),
      data: {
        packageId: 'box-1',
        code: 'arrived',
        place: 'Cimahi depot',
        scannedAt: '2026-01-05T11:00:00.000Z',
        description: 'Sorted',
      },
    });
  });

  it('takes a scan before the seller says that the package has left', () => {
    const order = given(...confirmed, arrange())
      .when(track())
      .then('PackageScanned');
    expect(statusOf(order)).toBe('ShipmentArranged');
  });

  it('records the same scan once, however often it is sent', () => {
    const scanned = given(...confirmed, ship(), track());
    scanned.when(track()).then();
    scanned.when(track({ scannedAt: '2026-01-05T10:00:00Z', description: 'said otherwise' })).then();
    scanned.when(track({ scannedAt: time(2) })).then('PackageScanned');
    scanned.when(track({ place: 'Solo' })).then('PackageScanned');
    scanned.when(track({ code: 'left' })).then('PackageScanned');
  });

  it('keeps scans that come late or out of order, in the order of the log', () => {
    const order = given(...confirmed, ship(), track({ scannedAt: time(20), place: 'Jakarta' }))
      .when(track({ scannedAt: time(3) }), { at: time(21) })
      .then('PackageScanned');
    expect(order.packages[0]!.scans.map(({ place }) => place)).toEqual(['Jakarta', 'Cimahi depot']);
  });

  it('keeps a scan of a delivered and of a completed order, which stay what they are', () => {
    const delivered = given(...confirmed, ship(), deliver());
    expect(statusOf(delivered.when(track()).then('PackageScanned'))).toBe('Delivered');
    const completed = delivered
      .when(track(), { at: time(24 * 9) })
      .then('OrderCompleted', 'ReviewRequested', 'PackageScanned');
    expect(statusOf(completed)).toBe('Completed');
  });

  it('refuses an unknown package, one that was unpacked, and a clock that is days ahead', () => {
    shipped.when(track({ packageId: 'box-9' })).thenRefused('unknown-package', '/packageId');
    given(
      ...confirmed,
      arrange({ units: [{ lineId: 'mug', quantity: 1 }] }),
      arrange({ packageId: 'box-2' }),
      cancel({ units: [{ lineId: 'mug', quantity: 1 }] }),
    )
      .when(track())
      .thenRefused('unknown-package');
    shipped.when(track({ scannedAt: time(1 + 24) })).then('PackageScanned');
    shipped.when(track({ scannedAt: time(2 + 24) })).thenRefused('scan-in-future', '/scannedAt');
  });

  it('remembers the last hundred scans', () => {
    const scans = Array.from({ length: 103 }, (_, n) => track({ code: `scan-${n}` }));
    const { order, when } = given(...confirmed, ship(), ...scans);
    expect(order!.packages[0]!.scans).toHaveLength(100);
    when(scans[3]!).then();
    when(scans[2]!).then('PackageScanned');
  });
});
