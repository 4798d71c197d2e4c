import { describe, expect, it } from '@jest/globals';
import { allowedCommands } from '../command-table.js';
import { statusOf } from '../status.js';
import {
  answer,
  arrange,
  as,
  cancel,
  create,
  createCommand,
  deliver,
  dispatch,
  given,
  pay,
  ship,
  under,
} from '../testing/scenario.js';

const confirm = { type: 'confirm' } as const;
const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const confirmed = [create(), pay(), confirm] as const;
const arranged = given(...confirmed, arrange());
const asked = (units: ReturnType<typeof shirts>) =>
  [cancel({ units }), as('buyer', { commandId: 'ask' })] as const;

describe('arrange-shipment', () => {
  it('packs everything that is left, and keeps the order with the seller', () => {
    const order = given(...confirmed)
      .when(arrange({ estimatedDelivery: '2026-01-10' }))
      .then('PackageArranged');
    expect(statusOf(order)).toBe('ShipmentArranged');
    expect(order.packages).toMatchObject([
      { packageId: 'box-1', units: [...shirts(2), ...mug], carrier: 'jne', estimatedDelivery: '2026-01-10' },
    ]);
  });

  it('expects nothing on a day that is over, unless history says so', () => {
    for (const command of [arrange, ship]) {
      const past = command({ estimatedDelivery: '2026-01-03' });
      const packed = given(...confirmed);
      packed.when(past).thenRefused('estimate-in-past', '/estimatedDelivery');
      expect(packed.when(past, { isHistory: true }).decision.kind).toBe('accepted');
    }
  });

  it('packs an order in parts, and names a package after the command where it has no name', () => {
    const part = given(...confirmed, arrange({ units: shirts(1) }));
    const order = part.when(arrange({ packageId: undefined })).then('PackageArranged');
    expect(order.packages[1]).toMatchObject({ packageId: 'cmd', units: [...shirts(1), ...mug] });
    expect(statusOf(order)).toBe('ShipmentArranged');
    part.when(arrange({ packageId: 'box-2', units: shirts(2) })).thenRefused('too-many-units');
    arranged.when(arrange({ packageId: 'box-2' })).thenRefused('nothing-left');
  });

  it('goes on while a part is under way', () => {
    const part = given(...confirmed, ship({ units: shirts(2) }));
    const order = part.when(arrange({ packageId: 'box-2' })).then('PackageArranged');
    expect(statusOf(order)).toBe('PartiallyShipped');
  });

  it('records where the package starts from, and refuses half an address', () => {
    const shipFrom = { ...createCommand.shippingAddress, city: 'Solo' };
    const order = given(...confirmed)
      .when(arrange({ shipFrom }))
      .then('PackageArranged');
    expect(order.newEvents[0]).toMatchObject({ data: { shipFrom } });
    expect(order.packages[0]).not.toHaveProperty('shipFrom');
    given(...confirmed)
      .when(arrange({ shipFrom: { ...shipFrom, city: ' ' } }))
      .thenRefused('bad-address', '/shipFrom/city');
  });

  it('expects a package without an estimate when the order was promised', () => {
    const order = given(create({ promisedDelivery: '2026-01-12' }), pay(), confirm, arrange()).order!;
    expect(order.packages[0]!.estimatedDelivery).toBe('2026-01-12');
  });

  it('refuses a name that is taken, and units that the buyer asked to cancel', () => {
    arranged.when(arrange({ units: mug })).thenRefused('package-already-exists', '/packageId');
    const open = given(...confirmed, [...asked(mug)]);
    open.when(arrange({ units: mug })).thenRefused('cancellation-open', '/units/0/quantity');
    expect(open.when(arrange()).then('PackageArranged').packages[0]!.units).toEqual(shirts(2));
  });
});

describe('ship, for an arranged package', () => {
  it('needs its id alone', () => {
    expect(statusOf(arranged.when(dispatch()).then('PackageShipped'))).toBe('InTransit');
    const parts = given(...confirmed, arrange({ units: mug }), arrange({ packageId: 'box-2' }));
    expect(statusOf(parts.when(dispatch('box-2')).then('PackageShipped'))).toBe('PartiallyShipped');
  });

  it('takes what was arranged once more, and nothing else', () => {
    arranged.when(ship({ units: [...mug, ...shirts(1), ...shirts(1)] })).then('PackageShipped');
    for (const change of [
      { units: mug },
      { carrier: 'dhl' },
      { trackingNumber: 'JNE2' },
      { estimatedDelivery: '2026-01-30' },
      { shipFrom: createCommand.shippingAddress },
    ])
      arranged.when(ship(change)).thenRefused('package-already-exists', '/packageId');
  });

  it('is done once', () =>
    given(...confirmed, arrange({ units: mug }), dispatch())
      .when(dispatch())
      .thenRefused('package-already-exists', '/packageId'));

  it('needs all particulars of a package that was not arranged', () => {
    given(...confirmed)
      .when(dispatch('box-9'))
      .thenRefused('shipment-incomplete', '/method');
    arranged
      .when({ type: 'ship', method: 'self', carrier: 'jne', checklistDone: false })
      .thenRefused('shipment-incomplete', '/trackingNumber');
  });

  it('takes the checklist with the arrangement or with the dispatch', () => {
    const strict = [[create(), under({ checklistRequired: true })], pay(), confirm] as const;
    const open = given(...strict, arrange());
    open.when(dispatch()).thenRefused('checklist-required', '/checklistDone');
    const order = open.when(dispatch('box-1', true)).then('PackageShipped');
    expect(order.newEvents[0]!.data).toEqual({ packageId: 'box-1', checklistDone: true });
    const done = given(...strict, arrange({ checklistDone: true }))
      .when(dispatch())
      .then('PackageShipped');
    expect(done.newEvents[0]!.data).toEqual({ packageId: 'box-1' });
  });

  it('waits for the answer where the buyer asked to cancel units in it', () => {
    const open = given(...confirmed, arrange(), [...asked(shirts(1))]);
    open.when(dispatch()).thenRefused('cancellation-open');
    expect(allowedCommands(open.order!, 'seller')).toContain('ship');
    given(...confirmed, arrange(), [...asked(shirts(1))], answer({ approve: false }))
      .when(dispatch())
      .then('PackageShipped');
  });

  it('does not wait for a request about units of other packages', () => {
    const open = given(...confirmed, arrange({ units: mug }), arrange({ packageId: 'box-2' }), [
      ...asked(shirts(1)),
    ]);
    open.when(dispatch('box-1')).then('PackageShipped');
    open.when(dispatch('box-2')).thenRefused('cancellation-open');
  });
});

describe('deliver', () => {
  it('refuses a package that was arranged and not handed over', () =>
    given(...confirmed, arrange({ units: mug }), ship({ packageId: 'box-2' }))
      .when(deliver('box-1'))
      .thenRefused('package-not-shipped', '/packageId'));
});

describe('cancelling units that are packed', () => {
  it('has to be asked for by the buyer, and is granted by the seller', () => {
    const request = arranged.when(cancel({ units: mug }), as('buyer', { commandId: 'ask' }));
    expect(statusOf(request.then('CancellationRequested'))).toBe('ShipmentArranged');
    const order = given(...confirmed, arrange(), [...asked(mug)])
      .when(answer(), as('seller'))
      .then('CancellationApproved', 'LinesCancelled', 'PackageUnpacked', 'RefundInitiated');
    expect([statusOf(order), order.packages[0]!.units]).toEqual(['ShipmentArranged', shirts(2)]);
  });

  it('leaves no package without units', () => {
    const one = given(...confirmed, arrange({ units: mug }));
    const order = one
      .when(cancel({ units: mug }))
      .then('LinesCancelled', 'PackageUnpacked', 'RefundInitiated');
    expect([statusOf(order), order.packages]).toEqual(['Confirmed', []]);
    const all = arranged.when(cancel()).then('LinesCancelled', 'PackageUnpacked', 'RefundInitiated');
    expect([statusOf(all), all.packages]).toEqual(['Cancelled', []]);
  });

  it('takes units that are in no package first, then those of the package arranged last', () => {
    given(...confirmed, arrange({ units: shirts(1) }))
      .when(cancel({ units: shirts(1) }))
      .then('LinesCancelled', 'RefundInitiated');
    const two = given(...confirmed, arrange({ units: shirts(1) }), arrange({ packageId: 'box-2' }));
    const order = two
      .when(cancel({ units: shirts(1) }))
      .then('LinesCancelled', 'PackageUnpacked', 'RefundInitiated');
    expect(order.packages.map(({ packageId, units }) => [packageId, units])).toEqual([
      ['box-1', shirts(1)],
      ['box-2', mug],
    ]);
  });

  it('delivers the order where all that is left had arrived', () => {
    const rest = given(...confirmed, ship({ units: mug }), deliver(), arrange({ packageId: 'box-2' }));
    const order = rest
      .when(cancel())
      .then('LinesCancelled', 'PackageUnpacked', 'OrderDelivered', 'RefundInitiated');
    expect(statusOf(order)).toBe('Delivered');
  });

  it('has one winner against the dispatch: whichever comes second finds no units', () => {
    given(...confirmed, arrange(), cancel())
      .when(dispatch())
      .thenRefused('order-cancelled');
    given(...confirmed, arrange(), dispatch())
      .when(cancel())
      .thenRefused('order-already-shipped');
    given(...confirmed, arrange(), cancel({ units: mug }))
      .when(dispatch())
      .then('PackageShipped');
  });
});
