import { describe, expect, it } from '@jest/globals';
import { due, outstanding } from '../amounts.js';
import { type Order } from '../order.js';
import { statusOf } from '../status.js';
import { demandOf } from '../stock/demand.js';
import {
  as,
  claim,
  correct,
  create,
  deliver,
  given,
  missing,
  pay,
  problem,
  receiveBack,
  requestReturn,
  resolve,
  review,
  ship,
  takeBack,
  time,
  track,
  under,
} from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';
import { deliveryOf } from './delivery-of.js';

const confirm = { type: 'confirm' } as const;
const receipt = { type: 'confirm-receipt' } as const;
const fire = { type: 'fire-timers' } as const;
const clock = (at: string) => ({ at, role: 'timer' }) as const;
const mug = [{ lineId: 'mug', quantity: 1 }];
const cash = create({ paymentMethod: 'cash-on-delivery' });
const proof = { receivedBy: 'Siti, next door' };

const stocked = { stocked: ['p-shirt', 'p-mug'] };
const sent = given([create(), stocked], pay(), confirm, ship());
const inTwo = [create(), pay(), confirm, ship({ units: mug }), ship({ packageId: 'box-2' })] as const;
const stateOf = ({ packages }: Order) => packages.map((parcel) => deliveryOf(parcel).state);
const stockOf = (order: Order) => demandOf(order).map(({ open, sent, back }) => [open, sent, back]);

describe('a package that its carrier cannot hand over', () => {
  it('is tried again, and may wait to be picked up', () => {
    const tried = sent.when(problem('attempted', { until: '2026-01-06' })).then('DeliveryAttempted');
    expect([statusOf(tried), stateOf(tried)]).toEqual(['InTransit', ['attempted']]);
    const again = given(create(), pay(), confirm, ship(), problem('attempted'));
    again.when(problem('attempted'), { at: time(24) }).then('DeliveryAttempted');
    const held = again.when(problem('held-for-pick-up', { place: 'Post office' })).then('PackageHeld');
    expect(stateOf(held)).toEqual(['held-for-pick-up']);
    again.when(deliver(), as('carrier')).then('PackageDelivered', 'OrderDelivered');
  });

  it.each(['refused', 'unclaimed', 'undeliverable'] as const)('goes back: %s', (outcome) => {
    const order = sent.when(problem(outcome), as('carrier')).then('PackageReturning', 'RefundInitiated');
    expect(order.newEvents).toMatchObject([
      { data: { packageId: 'box-1', reason: outcome } },
      { data: { refundId: 'package.box-1', amount: 9600, reason: 'not-delivered', packageId: 'box-1' } },
    ]);
    expect([statusOf(order), stateOf(order), due(order)]).toEqual(['Cancelled', ['returning'], 0]);
    expect(stockOf(order)).toEqual([
      [0, 2, 0],
      [0, 1, 0],
    ]);
  });

  it.each(['lost', 'damaged'] as const)('does not come: %s', (outcome) => {
    const order = sent.when(problem(outcome)).then('PackageLost', 'RefundInitiated');
    expect([statusOf(order), stateOf(order)]).toEqual(['Cancelled', ['lost']]);
  });

  it('keeps the price of what came, with shipping and fees', () => {
    const order = given(...inTwo)
      .when(problem('refused', { packageId: 'box-2' }))
      .then('PackageReturning', 'RefundInitiated');
    expect([statusOf(order), due(order)]).toEqual(['InTransit', 2400]);
    given(...inTwo, deliver())
      .when(problem('lost', { packageId: 'box-2' }))
      .then('PackageLost', 'RefundInitiated', 'OrderDelivered');
  });

  it('takes no cash for what never came', () => {
    const refused = given(cash, confirm, ship()).when(problem('refused')).then('PackageReturning');
    expect([statusOf(refused), outstanding(refused), refused.payments]).toEqual(['Cancelled', 0, []]);
    const part = given(cash, confirm, ship({ units: mug }), ship({ packageId: 'box-2' }), deliver())
      .when(problem('refused', { packageId: 'box-2' }))
      .then('PackageReturning', 'PaymentCaptured', 'OrderDelivered');
    expect(part.payments).toMatchObject([{ method: 'cash-on-delivery', amount: 2400 }]);
  });

  it('records what is known once, and nothing of what has arrived or has not left', () => {
    const back = given(create(), pay(), confirm, ship(), problem('refused'));
    back.when(problem('undeliverable')).then();
    given(create(), pay(), confirm, ship(), problem('lost')).when(problem('damaged')).then();
    given(create(), pay(), confirm, ship(), deliver())
      .when(problem('refused'))
      .thenRefused('package-already-delivered');
    sent.when(problem('refused', { packageId: 'box-9' })).thenRefused('unknown-package', '/packageId');
    sent.when(problem('attempted', { until: '2025-12-31' })).thenRefused('estimate-in-past', '/until');
    back.when(problem('attempted')).thenRefused('case-in-other-state', '/packageId');
  });

  it('is reported by whoever carries it', () => {
    sent.when(problem('refused'), as('seller')).then('PackageReturning', 'RefundInitiated');
    const theirs = given(create(), pay(), confirm, ship({ method: 'platform' }));
    theirs.when(problem('refused'), as('seller')).thenRefused('not-own-courier', '/packageId');
    theirs.when(problem('refused'), as('platform')).then('PackageReturning', 'RefundInitiated');
    sent.when(problem('refused'), as('buyer')).thenRefused('role-not-allowed');
  });

  it('is found again, and goes back to the seller; delivered all the same, it stays with the buyer', () => {
    sent.when(problem('found')).thenRefused('case-in-other-state', '/packageId');
    const lost = [[create(), stocked], pay(), confirm, ship(), problem('lost')] as const;
    expect(
      stateOf(
        given(...lost)
          .when(problem('found'))
          .then('PackageReturning'),
      ),
    ).toEqual(['returning']);
    const late = given(...lost, problem('found'))
      .when(deliver())
      .then('PackageDelivered');
    expect([statusOf(late), stateOf(late)]).toEqual(['Cancelled', ['delivered']]);
  });

  it('decides the claim that it has not come', () => {
    const claimed = given(create(), pay(), confirm, ship(), missing());
    const order = claimed.when(problem('lost')).then('PackageLost', 'ClaimResolved', 'RefundInitiated');
    expect(order.claims).toMatchObject([{ state: 'resolved', resolvedFor: 'buyer' }]);
    expect(order.lines.map(({ lost }) => lost)).toEqual([2, 1]);
    sent.when(problem('lost')).then('PackageLost', 'RefundInitiated');
    given(...inTwo, problem('lost', { packageId: 'box-2' }))
      .when(missing('box-2'))
      .thenRefused('units-in-another-case');
    given(...inTwo, missing('box-2'), resolve('buyer'))
      .when(problem('lost', { packageId: 'box-2' }))
      .then();
  });
});

describe('receive-back', () => {
  it('brings what can be sold into the stock again, once', () => {
    const back = given([create(), stocked], pay(), confirm, ship(), problem('refused'));
    const all = back.when(receiveBack(), as('seller')).then('PackageReceivedBack');
    expect([stateOf(all), statusOf(all)]).toEqual([['received-back'], 'Cancelled']);
    expect(stockOf(all)).toEqual([
      [0, 2, 2],
      [0, 1, 1],
    ]);
    const some = back.when(receiveBack({ sellable: mug })).then('PackageReceivedBack');
    expect(stockOf(some)).toEqual([
      [0, 2, 0],
      [0, 1, 1],
    ]);
    const none = back.when(receiveBack({ sellable: [] })).then('PackageReceivedBack');
    expect(stockOf(none).map(([, , returned]) => returned)).toEqual([0, 0]);
    back
      .when(receiveBack({ sellable: [{ lineId: 'mug', quantity: 2 }] }))
      .thenRefused('too-many-units', '/sellable/0/quantity');
    const received = given(create(), pay(), confirm, ship(), problem('refused'), receiveBack());
    received.when(receiveBack()).thenRefused('case-in-other-state', '/packageId');
    received.when(deliver()).thenRefused('case-in-other-state', '/packageId');
  });

  it('gives the price back where nobody had said that it turned back', () => {
    given(create(), pay(), confirm, ship(), track({ code: 'returned-to-sender' }))
      .when(receiveBack(), as('seller'))
      .then('PackageReceivedBack', 'RefundInitiated');
    sent.when(receiveBack(), as('carrier')).thenRefused('role-not-allowed');
    given(create(), pay(), confirm, ship(), problem('lost')).when(receiveBack()).then('PackageReceivedBack');
  });
});

describe("a seller's own courier", () => {
  it('is spoken for by the seller, with a proof', () => {
    sent.when(deliver(), as('seller')).thenRefused('proof-required', '/proof');
    const order = sent
      .when({ type: 'deliver', packageId: 'box-1', proof }, as('seller'))
      .then('PackageDelivered', 'OrderDelivered');
    expect(order.newEvents[0]).toMatchObject({ data: { packageId: 'box-1', proof } });
    given(create(), pay(), confirm, ship({ method: 'platform' }))
      .when({ type: 'deliver', packageId: 'box-1', proof }, as('seller'))
      .thenRefused('not-own-courier', '/packageId');
  });
});

describe('confirm-receipt of what is on its way', () => {
  it('says that all of it has come, and completes the order', () => {
    const order = given(...inTwo, deliver())
      .when(receipt, as('buyer'))
      .then('PackageDelivered', 'OrderDelivered', 'OrderCompleted', 'ReviewRequested');
    expect([statusOf(order), order.lines.map(({ delivered }) => delivered)]).toEqual(['Completed', [2, 1]]);
    given(create(), pay(), confirm, ship(), receipt).when(review()).then('ReviewSubmitted');
  });

  it('takes the cash as paid', () => {
    const order = given(cash, confirm, ship())
      .when(receipt, as('buyer'))
      .then('PackageDelivered', 'PaymentCaptured', 'OrderDelivered', 'OrderCompleted', 'ReviewRequested');
    expect(outstanding(order)).toBe(0);
  });

  it('waits for the rest, and for claims', () => {
    given(create(), pay(), confirm, ship({ units: mug }))
      .when(receipt)
      .thenRefused('order-not-delivered');
    given(...inTwo, missing())
      .when(receipt)
      .thenRefused('claim-open');
  });
});

describe('correct-package', () => {
  it('says another carrier or number, before and after it left', () => {
    const order = sent.when(correct(), as('seller')).then('PackageCorrected');
    expect(order.packages).toMatchObject([{ carrier: 'jne', trackingNumber: 'JNE7' }]);
    expect(order.newEvents[0]).toMatchObject({
      data: { carrier: 'jne', trackingNumber: 'JNE7', previous: { carrier: 'jne', trackingNumber: 'JNE1' } },
    });
    sent.when(correct({ carrier: 'sicepat', trackingNumber: 'JNE1' })).then('PackageCorrected');
    sent.when(correct({ trackingNumber: 'JNE1' })).then();
    sent.when(correct({ packageId: 'box-9' })).thenRefused('unknown-package', '/packageId');
    sent.when(correct(), as('carrier')).thenRefused('role-not-allowed');
  });
});

describe('take-back', () => {
  it('of a shipment has it packed again, and its stock held', () => {
    const order = sent.when(takeBack('shipped'), as('seller')).then('PackageMarkTakenBack');
    expect([statusOf(order), stateOf(order)]).toEqual(['ShipmentArranged', ['arranged']]);
    expect(stockOf(order)).toEqual([
      [2, 2, 2],
      [1, 1, 1],
    ]);
    const again = given([create(), stocked], pay(), confirm, ship(), takeBack('shipped'), {
      type: 'ship',
      packageId: 'box-1',
      checklistDone: false,
    });
    expect(stockOf(again.order!)).toEqual([
      [0, 4, 2],
      [0, 2, 1],
    ]);
  });

  it('of a delivery has it on its way again', () => {
    const arrived = given(create(), pay(), confirm, ship(), deliver());
    const order = arrived.when(takeBack('delivered'), as('carrier')).then('PackageMarkTakenBack');
    expect([statusOf(order), stateOf(order), order.deliveredAt]).toEqual([
      'InTransit',
      ['in-transit'],
      undefined,
    ]);
    given(create(), pay(), confirm, ship(), deliver(), takeBack('delivered'))
      .when(deliver())
      .then('PackageDelivered', 'OrderDelivered');
  });

  it('has cash to be paid again', () => {
    const history = [
      cash,
      confirm,
      ship(),
      [deliver(), { commandId: 'first' }],
      takeBack('delivered'),
    ] as const;
    const { order } = given(...history);
    expect([outstanding(order!), order!.payments, order!.paidAt]).toEqual([9600, [], undefined]);
    given(...history)
      .when(problem('refused'))
      .then('PackageReturning');
    const again = given(...history)
      .when(deliver())
      .then('PackageDelivered', 'PaymentCaptured', 'OrderDelivered');
    expect(outstanding(again)).toBe(0);
  });

  it("ends with the policy's hours, with the order, and where a return or a claim has the units", () => {
    const arrived = [create(), pay(), confirm, ship(), deliver()] as const;
    given(...arrived)
      .when(takeBack('delivered'), { at: time(25) })
      .then('PackageMarkTakenBack');
    given(...arrived)
      .when(takeBack('delivered'), { at: time(25.1) })
      .thenRefused('take-back-window-over');
    given(...arrived, receipt)
      .when(takeBack('delivered'))
      .thenRefused('order-already-completed');
    given(...arrived, requestReturn())
      .when(takeBack('delivered'))
      .thenRefused('units-in-another-case', '/packageId');
    given(...arrived, claim())
      .when(takeBack('delivered'))
      .thenRefused('units-in-another-case');
    given(create(), pay(), confirm, ship(), missing())
      .when(takeBack('shipped'))
      .thenRefused('units-in-another-case');
    // That it has not come is what the buyer says as well.
    given(...arrived, missing())
      .when(takeBack('delivered'))
      .then('PackageMarkTakenBack');
    given([create(), under({ takeBackHours: 0 })], pay(), confirm, ship())
      .when(takeBack('shipped'), { at: time(1.1) })
      .thenRefused('take-back-window-over');
  });

  it('is for whoever said it, and for what was said last', () => {
    sent.when(takeBack('shipped'), as('carrier')).thenRefused('role-not-allowed', '/mark');
    sent.when(takeBack('delivered')).thenRefused('case-in-other-state', '/mark');
    sent.when(takeBack('shipped', 'box-9')).thenRefused('unknown-package', '/packageId');
    // What a carrier has scanned, the carrier has.
    given(create(), pay(), confirm, ship(), track())
      .when(takeBack('shipped'))
      .thenRefused('case-in-other-state');
    given(create(), pay(), confirm, ship({ method: 'platform' }), deliver())
      .when(takeBack('delivered'), as('seller'))
      .thenRefused('not-own-courier');
  });
});

describe('a package that nobody reports on', () => {
  const overdueAt = '2026-01-26T00:00:00.000Z';
  const expected = given(create(), pay(), confirm, ship({ estimatedDelivery: '2026-01-12' }));

  it('is overdue so long after it was to come, or was last heard of', () => {
    expect(runningTimers(expected.order!)).toEqual([
      { timer: 'package-overdue', subject: 'box-1', dueAt: overdueAt },
    ]);
    expect(runningTimers(sent.order!)).toMatchObject([{ dueAt: time(1 + 14 * 24) }]);
    const scanned = sent.when(track({ scannedAt: time(48) }), { at: time(48) }).then('PackageScanned');
    expect(runningTimers(scanned)).toMatchObject([{ dueAt: time(48 + 14 * 24) }]);
  });

  it('is asked for, and counts as lost at last', () => {
    const order = expected.when(fire, clock(overdueAt)).then('PackageOverdue');
    expect([statusOf(order), stateOf(order)]).toEqual(['InTransit', ['overdue']]);
    const overdue = given(create(), pay(), confirm, ship({ estimatedDelivery: '2026-01-12' }), [
      fire,
      clock(overdueAt),
    ]);
    const lost = overdue.when(fire, clock('2026-02-09T00:00:00.000Z')).then('PackageLost', 'RefundInitiated');
    expect(lost.newEvents).toMatchObject([
      { data: { packageId: 'box-1', reason: 'overdue', timer: 'package-lost' } },
      { data: { amount: 9600, reason: 'not-delivered' } },
    ]);
    expect(statusOf(lost)).toBe('Cancelled');
    overdue.when(deliver(), { at: overdueAt }).then('PackageDelivered', 'OrderDelivered');
    overdue
      .when(receipt, { at: overdueAt })
      .then('PackageDelivered', 'OrderDelivered', 'OrderCompleted', 'ReviewRequested');
    expect(stateOf(overdue.when(track(), { at: overdueAt }).then('PackageScanned'))).toEqual(['in-transit']);
  });

  it('is written off where it turned back and never came', () => {
    const back = given(create(), pay(), confirm, ship(), problem('refused'));
    expect(stateOf(back.when(fire, clock(time(1 + 14 * 24))).then('PackageLost'))).toEqual(['lost']);
  });

  it('is cancelled where it never left', () => {
    const packed = given(create(), pay(), confirm, {
      ...ship(),
      type: 'arrange-shipment',
      method: 'self',
      carrier: 'jne',
      trackingNumber: 'JNE1',
    });
    packed
      .when(fire, clock(time(24 * 22)))
      .then('ShipmentLate', 'LinesCancelled', 'PackageUnpacked', 'RefundInitiated');
  });

  it('is waited for for ever under a policy that knows no such clock', () => {
    const old = under({ packageOverdueDays: 0, packageLostDays: 0, cancelLateWorkingDays: 0 });
    const order = given([create(), old], pay(), confirm, ship()).order!;
    expect(runningTimers(order)).toEqual([]);
    expect(runningTimers(given([create(), old], pay(), confirm, ship(), problem('refused')).order!)).toEqual(
      [],
    );
  });
});
