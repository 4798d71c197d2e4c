import { describe, expect, it, test } from '@jest/globals';
import { captured, due, worth } from '../amounts.js';
import { allowedCommands } from '../command-table.js';
import { type OrderCommand } from '../commands.js';
import { statusOf } from '../status.js';
import {
  answerClaim,
  as,
  claim,
  type Context,
  create,
  deliver,
  given,
  goodwill,
  grant,
  offer,
  pay,
  receive,
  requestReturn,
  resolve,
  sendBack,
  ship,
  time,
  under,
  withdrawReturn,
} from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';
import { returnTerms } from './return-terms.js';

const confirm = { type: 'confirm' } as const;
const shirts = (quantity: number) => [{ lineId: 'shirt', quantity }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const arrived = [create(), pay(), confirm, ship(), deliver()] as const;
const asked = [...arrived, requestReturn({ units: shirts(1) })] as const;
const reject: OrderCommand = { type: 'answer-return', returnId: 'back', answer: 'reject', note: 'Worn.' };
const answerOffer = (accept: boolean): OrderCommand => ({ type: 'answer-offer', returnId: 'back', accept });
const day = 24;
const stateOf = (order: { returns: readonly { state: string }[] }) => order.returns.map(({ state }) => state);

describe('a return', () => {
  it('is granted, sent back, received and refunded with its share of the discount', () => {
    const granted = given(...asked)
      .when(grant, as('seller'))
      .then('ReturnApproved');
    expect(stateOf(granted)).toEqual(['approved']);
    const order = given(...asked, grant, sendBack)
      .when(receive(), as('seller'))
      .then('ReturnReceived', 'RefundInitiated', 'ReturnClosed');
    expect(order.newEvents[1]).toMatchObject({
      data: { refundId: 'return.back', returnId: 'back', amount: 3840, reason: 'returned', method: 'card' },
    });
    expect([stateOf(order), order.refunded, statusOf(order)]).toEqual([['refunded'], 3840, 'Delivered']);
  });

  it('gives every cent back unit by unit, but not the shipping that was done', () => {
    const third = create({
      lines: [{ lineId: 'shirt', productId: 'p-shirt', title: 'Shirt', quantity: 3, unitPrice: 3333 }],
      total: 9999 - 1000 + 600,
    });
    const steps: OrderCommand[] = [third, pay({ amount: 9599 }), confirm, ship(), deliver()];
    for (const returnId of ['1', '2', '3']) {
      const named = <T extends OrderCommand>(command: T) => ({ ...command, returnId });
      steps.push(
        requestReturn({ returnId, units: shirts(1), reason: 'no-longer-wanted' }),
        named(grant),
        named(sendBack),
        named(receive()),
      );
    }
    const { order } = given(...steps);
    expect(order!.refunds.map(({ amount }) => amount)).toEqual([3000, 2999, 3000]);
    expect([captured(order!) - order!.refunded, due(order!)]).toEqual([600, 600]);
  });

  it('is turned down, and may be asked for again or claimed', () => {
    const order = given(...asked)
      .when(reject, as('seller'))
      .then('ReturnRejected');
    expect([stateOf(order), order.lines[0]!.returnRequested, order.refunded]).toEqual([['rejected'], 0, 0]);
    given(...asked, reject)
      .when(requestReturn({ returnId: 'again', units: shirts(2) }))
      .then('ReturnRequested');
    given(...asked, reject)
      .when(claim({ units: shirts(2) }))
      .then('ClaimOpened');
  });

  it('is answered once, and only where there is one', () => {
    given(...asked, grant)
      .when(reject)
      .thenRefused('case-in-other-state', '/returnId');
    given(...asked)
      .when({ ...grant, returnId: 'other' })
      .thenRefused('unknown-return', '/returnId');
    given(create(), pay()).when(grant).thenRefused('unknown-return');
    given(...asked)
      .when(requestReturn({ units: mug }))
      .thenRefused('return-already-exists', '/returnId');
  });

  it('that the seller does not accept on receipt ends without money, and can be claimed', () => {
    const order = given(...asked, grant, sendBack)
      .when(receive(false))
      .then('ReturnReceiptRefused');
    expect([stateOf(order), order.refunded]).toEqual([['receipt-refused'], 0]);
    given(...asked, grant, sendBack, receive(false))
      .when(claim({ units: shirts(2) }))
      .then('ClaimOpened');
  });

  it('may come back without a tracking number', () =>
    expect(
      given(...asked, grant)
        .when(receive())
        .then('ReturnReceived', 'RefundInitiated', 'ReturnClosed').refunded,
    ).toBe(3840));

  it('of units of two packages is asked for as each arrives', () => {
    const parts = [
      create(),
      pay(),
      confirm,
      ship({ units: shirts(1) }),
      ship({ packageId: 'box-2' }),
      deliver(),
    ];
    const both = requestReturn({ units: [...shirts(2), ...mug] });
    given(...parts)
      .when(both)
      .thenRefused('too-many-units', '/units/0/quantity');
    given(...parts, deliver('box-2'))
      .when(both)
      .then('ReturnRequested');
    const order = given(...parts, requestReturn({ units: shirts(1) }), grant, receive(), deliver('box-2'))
      .when(requestReturn({ returnId: 'rest', units: [...shirts(1), ...mug] }))
      .then('ReturnRequested');
    expect([order.lines[0]!.returnRequested, order.lines[0]!.returned, order.refunded]).toEqual([2, 1, 3840]);
  });

  it('can be asked for at the last moment, and is then granted although the window is over', () => {
    const last = { at: time(1 + 15 * day) };
    given(...arrived)
      .when(requestReturn(), last)
      .then('OrderCompleted', 'ReviewRequested', 'ReturnRequested');
    const order = given(...arrived, [requestReturn(), last])
      .when(grant, { at: time(2 + 15 * day) })
      .then('ReturnApproved');
    expect(statusOf(order)).toBe('Completed');
  });
});

describe('an offer to keep the units', () => {
  it('is at most what they are worth', () => {
    given(...asked)
      .when(offer(3601))
      .thenRefused('offer-over-worth', '/amount');
    given(...asked)
      .when(offer(0))
      .thenRefused('bad-money', '/amount');
    given(...asked)
      .when({ ...grant, answer: 'offer' })
      .thenRefused('bad-money', '/amount');
    expect(
      given(...asked)
        .when(offer(3600))
        .then('PartialRefundOffered').returns[0]!.offered,
    ).toBe(3600);
  });

  it('is taken: the money goes back, and the units are in no return or claim again', () => {
    const taken = given(...asked, offer(1000));
    const order = taken.when(answerOffer(true), as('buyer')).then('PartialRefundAccepted', 'RefundInitiated');
    expect(order.newEvents[1]).toMatchObject({ data: { amount: 1000, reason: 'partial-refund' } });
    expect([stateOf(order), due(order)]).toEqual([['partly-refunded'], 8600]);
    const after = given(...asked, offer(1000), answerOffer(true));
    after.when(requestReturn({ returnId: 'again', units: shirts(2) })).thenRefused('too-many-units');
    after.when(claim({ units: shirts(2) })).thenRefused('units-in-another-case', '/units/0/quantity');
  });

  it('is declined: the units are sent back', () => {
    const order = given(...asked, offer(1000))
      .when(answerOffer(false))
      .then('PartialRefundDeclined');
    expect([stateOf(order), order.refunded]).toEqual([['approved'], 0]);
    given(...asked, offer(1000), answerOffer(false))
      .when(answerOffer(true))
      .thenRefused('case-in-other-state');
    given(...asked)
      .when(answerOffer(true))
      .thenRefused('case-in-other-state', '/returnId');
  });

  it('does not make the rest cost less than nothing', () => {
    const gift = { type: 'refund', amount: 9000 } as const;
    const order = given(...asked, gift, grant, sendBack)
      .when(receive())
      .then('ReturnReceived', 'RefundInitiated', 'ReturnClosed');
    expect([order.refunded, due(order)]).toEqual([9600, 0]);
    expect(worth(order, shirts(1))).toBe(0);
    given(...asked, gift)
      .when(offer(601))
      .thenRefused('offer-over-worth');
  });
});

describe('withdraw-return', () => {
  test.each([
    ['requested', asked],
    ['offered', [...asked, offer(1000)]],
    ['approved', [...asked, grant]],
  ] as const)('ends a return that is %s, and its units may be asked for again or claimed', (_, history) => {
    const order = given(...history)
      .when(withdrawReturn, as('buyer'))
      .then('ReturnWithdrawn');
    expect([stateOf(order), order.lines[0]!.returnRequested, order.refunded]).toEqual([['withdrawn'], 0, 0]);
    expect(runningTimers(order).map(({ timer }) => timer)).toEqual(['auto-complete']);
    const free = given(...history, withdrawReturn);
    free.when(requestReturn({ returnId: 'again', units: shirts(2) })).then('ReturnRequested');
    free.when(claim({ units: shirts(2) })).then('ClaimOpened');
  });

  test.each([
    ['sent back', [...asked, grant, sendBack]],
    ['turned down', [...asked, reject]],
    ['withdrawn already', [...asked, withdrawReturn]],
  ] as const)('is refused for one that is %s', (_, history) =>
    given(...history)
      .when(withdrawReturn)
      .thenRefused('case-in-other-state', '/returnId'),
  );

  it('is refused where there is no return of that name', () => {
    given(...asked)
      .when({ ...withdrawReturn, returnId: 'other' })
      .thenRefused('unknown-return', '/returnId');
    given(create(), pay()).when(withdrawReturn).thenRefused('unknown-return');
  });

  it('comes too late when the clock has ended the return', () =>
    given(...asked, grant)
      .when(withdrawReturn, { at: time(2 + 5 * day) })
      .thenRefused('case-in-other-state'));
});

describe('what is sent back', () => {
  const scan = (code: string, hours: number): OrderCommand => ({
    type: 'track-return',
    returnId: 'back',
    code,
    scannedAt: time(hours),
  });
  const underway = given(...asked, grant, sendBack, scan('IN', 3));

  it('is tracked scan by scan, late ones too', () => {
    const order = underway.when(scan('PICKED_UP', 2), as('carrier')).then('ReturnScanned');
    expect([stateOf(order), order.returns[0]!.scans]).toEqual([
      ['shipped'],
      [`${time(3)} IN`, `${time(2)} PICKED_UP`],
    ]);
    given(...asked, grant, sendBack, receive())
      .when(scan('IN', 3))
      .then('ReturnScanned');
  });

  it('is not scanned twice by the same scan, nor before it is sent', () => {
    underway.when(scan('IN', 3)).then();
    given(...asked, grant)
      .when(scan('IN', 3))
      .thenRefused('case-in-other-state');
  });
});

describe('a return that nobody goes on with', () => {
  /** What a later command finds. */
  const later = (history: readonly (OrderCommand | readonly [OrderCommand, Context])[], hours: number) =>
    given(...history).when({ type: 'refund', refundId: 'gift', amount: 1 }, { at: time(hours) });

  it('is granted when the seller does not answer', () => {
    // time(0) is Monday at nine: the working day after it ends with Tuesday.
    later(asked, 38).then('RefundInitiated');
    const order = later(asked, 39).then('ReturnApproved', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({
      data: { returnId: 'back', timer: 'answer-return', dueAt: time(39) },
    });
  });

  it('goes on when the buyer does not answer an offer, and ends when nothing is sent back', () => {
    const order = later([...asked, offer(1)], 2 + 5 * day).then('PartialRefundDeclined', 'RefundInitiated');
    expect(order.newEvents[0]).toMatchObject({ data: { timer: 'answer-offer' } });
    const expired = later([...asked, grant], 2 + 5 * day).then('ReturnClosed', 'RefundInitiated');
    expect(expired.newEvents[0]).toMatchObject({ data: { outcome: 'expired', timer: 'ship-back' } });
    expect([stateOf(expired), expired.lines[0]!.returnRequested]).toEqual([['expired'], 0]);
  });

  it('is refunded when the seller does not say that it has arrived', () => {
    const order = later([...asked, grant, sendBack], 2 + 8 * day).then(
      'OrderCompleted',
      'ReviewRequested',
      'ReturnReceived',
      'RefundInitiated',
      'ReturnClosed',
      'RefundInitiated',
    );
    expect(order.newEvents[2]).toMatchObject({ data: { timer: 'confirm-return-receipt' } });
    expect(order.refunded).toBe(3841);
  });
});

describe('what may be returned', () => {
  const strict = under({ nonReturnableProducts: ['p-mug'] });

  it('is said with the last moment and the goods that the policy excludes', () => {
    const { order } = given([create(), strict], pay(), confirm, ship(), deliver(), requestReturn());
    expect(returnTerms(order!, time(2))).toEqual({
      windowDays: 15,
      until: time(1 + 15 * day),
      excludedLines: ['mug'],
      returnable: shirts(1),
    });
    expect(returnTerms(order!, time(2 + 15 * day)).returnable).toEqual([]);
  });

  it('is no command that is allowed where the policy excludes all that is left', () => {
    const { order } = given([create(), strict], pay(), confirm, ship(), deliver());
    expect(allowedCommands(order!, 'buyer')).toContain('request-return');
    const left = given([create(), strict], pay(), confirm, ship(), deliver(), claim({ units: shirts(2) }));
    expect(allowedCommands(left.order!, 'buyer')).not.toContain('request-return');
  });

  it('has no last moment before everything has arrived, and leaves out what a claim has', () => {
    const parts = given(
      create(),
      pay(),
      confirm,
      ship({ units: shirts(2) }),
      deliver(),
      claim({ units: shirts(1) }),
    );
    expect(returnTerms(parts.order!, time(2))).toMatchObject({ returnable: shirts(1) });
    expect(returnTerms(parts.order!, time(2)).until).toBeUndefined();
    const won = given(...arrived, claim({ units: shirts(1) }), answerClaim(true));
    expect(returnTerms(won.order!, time(2)).returnable).toEqual([...shirts(1), ...mug]);
  });
});

describe('after goodwill of the whole price', () => {
  const arrived = [create(), pay(), { type: 'confirm' }, ship(), deliver(), goodwill(9600)] as const;

  it('a return that is received gives nothing more back, and says so (M20)', () => {
    const order = given(...arrived, requestReturn(), grant)
      .when(receive(), as('seller'))
      .then('ReturnReceived', 'ReturnClosed');
    expect(order.newEvents[1]!.data).toEqual({ returnId: 'back', outcome: 'refunded', amount: 0 });
    expect(order.refunded).toBe(9600);
  });

  it('nor does a claim that is granted (M20)', () => {
    const order = given(...arrived, claim())
      .when(resolve('buyer'), as('platform'))
      .then('ClaimResolved');
    expect(order.newEvents[0]).toMatchObject({ data: { resolvedFor: 'buyer', amount: 0 } });
  });
});
