import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { due } from '../amounts.js';
import { type OrderCommand } from '../commands.js';
import { sum } from '../money.js';
import { type OrderLine, returnReasons } from '../order-terms.js';
import { faultOf, isOthersFault } from '../reasons.js';
import {
  answerClaim,
  as,
  cancel,
  claim,
  create,
  createCommand,
  deliver,
  given,
  grant,
  offer,
  pay,
  problem,
  receive,
  requestReturn,
  ship,
  under,
} from '../testing/scenario.js';

const confirm = { type: 'confirm' } as const;
const one = [{ lineId: 'shirt', quantity: 1 }];
const mug = [{ lineId: 'mug', quantity: 1 }];

/** A single shirt at 40.00, with 5.00 for shipping and 1.00 for insurance. */
const shirtAlone = create({
  lines: [{ ...createCommand.lines[0]!, quantity: 1 }],
  discounts: [],
  total: 4600,
});
const arrivedAlone = [shirtAlone, pay({ amount: 4600 }), confirm, ship(), deliver()] as const;
const arrived = [create(), pay(), confirm, ship(), deliver()] as const;
const returned = (reason: (typeof returnReasons)[number], units = one): OrderCommand[] => [
  requestReturn({ reason, units }),
  grant,
  receive(),
];
const refundedAfter = (...commands: Parameters<typeof given>): number => given(...commands).order!.refunded;

describe('a buyer who does without through another is made whole', () => {
  test.each(['damaged', 'wrong-item', 'not-as-described', 'missing-parts'] as const)(
    'shipping and fees go back with the only unit that was %s (M15)',
    (reason) => expect(refundedAfter(...arrivedAlone, ...returned(reason))).toBe(4600),
  );

  test.each(['no-longer-wanted', 'other'] as const)('but not with one that was %s (M15)', (reason) =>
    expect(refundedAfter(...arrivedAlone, ...returned(reason))).toBe(4000),
  );

  it('by a claim that is granted as well, and for a package that was lost (M15)', () => {
    expect(refundedAfter(...arrivedAlone, claim({ units: one }), answerClaim(true))).toBe(4600);
    expect(refundedAfter(shirtAlone, pay({ amount: 4600 }), confirm, ship(), problem('lost'))).toBe(4600);
  });

  it('in part, in the ratio of the prices, and the rest with the last unit (M15)', () => {
    // The mug is a fifth of the price: 18.00 of 90.00, and so 1.20 of 6.00.
    const part = [...arrived, ...returned('damaged', mug)];
    expect(refundedAfter(...part)).toBe(1800 + 120);
    const rest = returned('wrong-item', [{ lineId: 'shirt', quantity: 2 }]).map((command) =>
      'returnId' in command ? { ...command, returnId: 'rest' } : command,
    );
    expect(refundedAfter(...part, ...(rest as OrderCommand[]))).toBe(9600);
  });

  it('of all charges where the rest was cancelled before (M15)', () => {
    const soldOut = cancel({ units: mug, reason: 'out-of-stock' });
    const outOfStock = [create(), pay(), [soldOut, as('seller', { commandId: 'c' })]] as const;
    const all = returned('damaged', [{ lineId: 'shirt', quantity: 2 }]);
    expect(refundedAfter(...outOfStock, confirm, ship(), deliver(), ...all)).toBe(9600);
  });

  it('not where the order was placed under a policy that does not say so (M15)', () => {
    const [placed, ...rest] = arrivedAlone;
    const before = [[placed, under({ refundChargesAtFault: false })], ...rest] as const;
    expect(refundedAfter(...before, ...returned('damaged'))).toBe(4000);
    const asked = given(...before)
      .when(requestReturn(), as('buyer'))
      .then('ReturnRequested');
    expect(asked.newEvents[0]).toMatchObject({ data: { fault: 'seller', wayBackPaidBy: 'buyer' } });
  });

  it('and the way back is paid by the seller (M15)', () => {
    const payer = (reason: 'damaged' | 'no-longer-wanted') =>
      given(...arrived)
        .when(requestReturn({ reason }), as('buyer'))
        .then('ReturnRequested').returns[0]!.wayBackPaidBy;
    expect([payer('damaged'), payer('no-longer-wanted')]).toEqual(['seller', 'buyer']);
  });

  it('an offer for keeping the goods is at most their price (M15)', () =>
    given(...arrivedAlone, requestReturn())
      .when(offer(4001), as('seller'))
      .thenRefused('offer-over-worth', '/amount'));
});

describe('whatever is sent back and why', () => {
  const price = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 99_999 }));
  const line = fc.record({ unitPrice: price, quantity: fc.integer({ min: 1, max: 3 }) });
  const unit = fc.record({
    reason: fc.constantFrom(...returnReasons),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const order = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    shippingFee: price,
    fee: price,
    discount: fc.double({ min: 0, max: 1, noNaN: true }),
    // For up to nine units: why each is sent back, and in which order.
    units: fc.array(unit, { minLength: 9, maxLength: 9 }),
    kept: fc.nat({ max: 3 }),
  });

  it('never more goes back than was paid, all of it where all of it was another’s fault, and the goods alone where none was (M15)', () =>
    fc.assert(
      fc.property(order, ({ lines, shippingFee, fee, discount, units, kept }) => {
        const sold = lines.map((one, index): OrderLine => {
          return { lineId: `${index}`, productId: 'p', title: 'T', ...one };
        });
        const goods = sum(lines.map(({ quantity, unitPrice }) => quantity * unitPrice));
        const off = Math.floor(goods * discount);
        const total = goods - off + shippingFee + fee;
        const placed = create({
          lines: sold,
          shippingFee,
          fees: [{ code: 'platform-fee', label: 'Fee', amount: fee }],
          discounts: [{ code: 'OFF', label: 'Off', amount: off }],
          total,
        });
        const history: OrderCommand[] = [
          placed,
          ...(total > 0 ? [pay({ amount: total })] : []),
          confirm,
          ship(),
          deliver(),
        ];
        const back = sold
          .flatMap(({ lineId, quantity }) => Array<string>(quantity).fill(lineId))
          .map((lineId, index) => ({ lineId, ...units[index]! }))
          .sort((a, b) => a.at - b.at)
          .slice(kept);
        let before = 0;
        for (const [index, { lineId, reason }] of back.entries()) {
          const returnId = `${index}`;
          history.push(
            requestReturn({ returnId, units: [{ lineId, quantity: 1 }], reason }),
            { ...grant, returnId },
            { type: 'receive-return', returnId, accepted: true },
          );
          const { order: after } = given(...history);
          expect(after!.refunded).toBeGreaterThanOrEqual(before);
          expect(after!.refunded + due(after!)).toBe(total);
          before = after!.refunded;
        }
        const faulty = back.filter(({ reason }) => isOthersFault(faultOf('return', reason, 'service')));
        if (kept === 0 && faulty.length === back.length) expect(before).toBe(total);
        if (kept === 0 && faulty.length === 0) expect(before).toBe(goods - off);
      }),
      { numRuns: 60 },
    ));
});
