import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roles } from './actor.js';
import { captured, due } from './amounts.js';
import { freeOfCases } from './cases/case-units.js';
import { awaitingPayment } from './changes/changed-lines.js';
import { commandTable } from './command-table.js';
import {
  type CreateOrder,
  type OrderCommand,
  packageMarks,
  packageOutcomes,
  returnAnswers,
} from './commands.js';
import { decide } from './decide/decide.js';
import { type OrderEvent } from './events.js';
import { evolve, fold } from './evolve.js';
import { type Order } from './order.js';
import { type OrderLine } from './order-terms.js';
import { defaultPolicy } from './policy.js';
import { needsShipping, underRequest, unitsOf } from './quantities.js';
import { statusOf } from './status.js';
import { demandOf } from './stock/demand.js';
import {
  answer,
  answerChange,
  arrange,
  cancel,
  changeAddress,
  claim,
  correct,
  create,
  createCommand,
  delay,
  deliver,
  dispatch,
  fail,
  missing,
  modifyLines,
  newAddress,
  pay,
  postMessage,
  problem,
  receiveBack,
  reestimate,
  requestReturn,
  review,
  sendBack,
  settleRefund,
  ship,
  takeBack,
  time,
  track,
  withdrawChange,
  withdrawClaim,
  withdrawReturn,
} from './testing/scenario.js';

const units = fc.option(
  fc.array(
    fc.record({ lineId: fc.constantFrom('shirt', 'mug', 'hat'), quantity: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 3 },
  ),
  { nil: undefined },
);
const name = fc.constantFrom('1', '2', '3');

const caseName = fc.constantFrom('back', 'again');
const cases: fc.Arbitrary<OrderCommand>[] = [
  fc.tuple(caseName, units).map(([returnId, some]) => requestReturn({ returnId, units: some ?? [] })),
  fc
    .tuple(caseName, fc.constantFrom(...returnAnswers), fc.constantFrom(1, 999, 4000))
    .map(([returnId, answer, amount]): OrderCommand => ({ type: 'answer-return', returnId, answer, amount })),
  fc
    .tuple(caseName, fc.boolean())
    .map(([returnId, accept]): OrderCommand => ({ type: 'answer-offer', returnId, accept })),
  caseName.map((returnId) => ({ ...withdrawReturn, returnId })),
  caseName.map((returnId) => ({ ...sendBack, returnId })),
  fc
    .tuple(caseName, fc.boolean())
    .map(([returnId, accepted]): OrderCommand => ({ type: 'receive-return', returnId, accepted })),
  fc.tuple(caseName, units).map(([claimId, some]) => claim({ claimId, units: some })),
  fc.tuple(caseName, name).map(([claimId, packageId]) => missing(packageId, claimId)),
  fc
    .tuple(caseName, fc.boolean())
    .map(([claimId, accept]): OrderCommand => ({ type: 'answer-claim', claimId, accept })),
  caseName.map((claimId) => ({ ...withdrawClaim, claimId })),
  fc
    .tuple(caseName, fc.constantFrom('buyer', 'seller'))
    .map(([claimId, resolvedFor]): OrderCommand => ({ type: 'resolve-claim', claimId, resolvedFor })),
  fc
    .tuple(name, fc.constantFrom(1, 700, 5000))
    .map(([refundId, amount]): OrderCommand => ({ type: 'refund', refundId, amount })),
  fc.tuple(fc.constantFrom('gift', '1', 'return.back', 'claim.back'), name).map(([id, ref]) => fail(ref, id)),
  fc.constantFrom('1', 'return.back', 'claim.back').map((id) => settleRefund('9', id)),
];

/** An order all of whose goods have arrived, in two packages. */
const arrived: OrderCommand[] = [
  pay(),
  { type: 'confirm' },
  ship({ packageId: '1', units: [{ lineId: 'shirt', quantity: 1 }] }),
  ship({ packageId: '2' }),
  deliver('1'),
  deliver('2'),
];

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc
    .tuple(
      name,
      fc.constantFrom(1, 1600, 1800, 2000, 4000, 4800, 7800, 9600),
      fc.constantFrom('refund', undefined),
    )
    .map(([paymentId, amount, surplus]) => pay({ paymentId, amount, surplus })),
  fc.constant<OrderCommand>({ type: 'confirm' }),
  fc.tuple(name, units).map(([packageId, some]) => ship({ packageId, units: some })),
  fc.tuple(name, units).map(([packageId, some]) => arrange({ packageId, units: some })),
  name.map((packageId) => dispatch(packageId)),
  fc
    .tuple(name, fc.nat({ max: 3 }))
    .map(([packageId, hours]) => track({ packageId, scannedAt: time(hours) })),
  fc.option(name, { nil: undefined }).map((packageId) => delay({ packageId })),
  fc.option(name, { nil: undefined }).map((packageId) => reestimate({ packageId })),
  name.map((packageId): OrderCommand => ({ type: 'deliver', packageId, proof: { receivedBy: 'Ana' } })),
  fc
    .tuple(name, fc.constantFrom(...packageOutcomes))
    .map(([packageId, outcome]) => problem(outcome, { packageId })),
  fc.tuple(name, units).map(([packageId, sellable]) => receiveBack({ packageId, sellable })),
  fc
    .tuple(name, fc.constantFrom('JNE7', 'JNE8'))
    .map(([packageId, trackingNumber]) => correct({ packageId, trackingNumber })),
  fc.tuple(name, fc.constantFrom(...packageMarks)).map(([packageId, mark]) => takeBack(mark, packageId)),
  units.map((some) => cancel({ units: some })),
  fc
    .tuple(fc.nat({ max: 30 }), fc.boolean())
    .map(([step, approve]) => answer({ cancellationId: `${step}`, approve })),
  fc
    .nat({ max: 30 })
    .map((step): OrderCommand => ({ type: 'withdraw-cancellation', cancellationId: `${step}` })),
  fc
    .constantFrom(newAddress, createCommand.shippingAddress)
    .map((shippingAddress) => changeAddress({ changeId: undefined, shippingAddress })),
  fc
    .uniqueArray(
      fc.record(
        {
          lineId: fc.constantFrom('shirt', 'mug', 'mug', 'hat'),
          quantity: fc.integer({ min: 0, max: 5 }),
          variant: fc.constantFrom('S', 'M'),
        },
        { requiredKeys: ['lineId'] },
      ),
      { maxLength: 2, selector: ({ lineId }) => lineId },
    )
    .map((changes) => modifyLines({ changeId: undefined, changes })),
  fc
    .tuple(fc.nat({ max: 30 }), fc.boolean())
    .map(([step, approve]) => answerChange({ changeId: `${step}`, approve })),
  fc.nat({ max: 30 }).map((step) => withdrawChange(`${step}`)),
  fc.constant<OrderCommand>({ type: 'confirm-receipt' }),
  fc.constant<OrderCommand>({ type: 'fire-timers' }),
  fc.string({ maxLength: 10 }).map(postMessage),
  fc.integer({ min: 0, max: 6 }).map((score) => review({ score })),
  ...cases,
);
const step = fc.record({
  command,
  role: fc.constantFrom(...roles, 'service', 'service', 'timer' as const),
  hours: fc.integer({ min: 0, max: 40 }),
});

/** From the order's beginning, or from where returns and claims begin. */
const anySteps = fc
  .tuple(fc.boolean(), fc.integer({ min: 3, max: 6 }), fc.array(step, { maxLength: 30 }))
  .map(([ahead, reached, steps]) => [
    ...(ahead
      ? arrived.slice(0, reached).map((command) => ({ command, role: 'service' as const, hours: 0 }))
      : []),
    ...steps,
  ]);

const [shirts, mug] = createCommand.lines as [OrderLine, OrderLine];
const unsent = { ...mug, needsShipping: false };
const stocked = ['p-shirt', 'p-mug'];
/** All of it is sent, some of it, or nothing. */
const someGoods = fc.constantFrom<Partial<CreateOrder>>(
  {},
  { paymentMethod: 'cash-on-delivery' },
  { lines: [shirts, unsent] },
  { lines: [unsent], total: 1600 },
);

describe('whatever is asked of an order, in whatever order', () => {
  it('no unit goes two ways, no cent is lost, and every status is where the lifecycle says', () =>
    fc.assert(
      fc.property(anySteps, fc.constantFrom(0, 60), someGoods, (steps, holdMinutes, goods) => {
        let now = 0;
        let order: Order | undefined;
        const history: OrderEvent[] = [];
        const policy = { ...defaultPolicy, holdMinutes };
        const first = { command: create(goods), role: 'service' as const, hours: 0 };
        for (const [index, { command: next, role, hours }] of [first, ...steps].entries()) {
          now += hours;
          const context = { at: time(now), commandId: `${index}`, role, policy, stocked, isHistory: false };
          const decision = decide(order, next, context);
          if (decision.kind === 'refused') continue;
          history.push(...decision.events);
          const before = order;
          order = decision.events.reduce<Order | undefined>(evolve, order)!;
          expectSound(order);
          if (before !== undefined && isOver(before)) expect(statusOf(order)).toBe(statusOf(before));
          const byItself = decision.events.some(({ data }) => 'timer' in data);
          if (before !== undefined && !byItself) expectLed(before, next.type, order);
        }
        expect(fold(JSON.parse(JSON.stringify(history)) as OrderEvent[])).toEqual(
          JSON.parse(JSON.stringify(order)),
        );
      }),
      { numRuns: 1000 },
    ));
});

/** Where no command and no carrier leads back from. */
const isOver = (order: Order): boolean => ['Completed', 'Cancelled'].includes(statusOf(order));

function expectLed(before: Order, type: OrderCommand['type'], after: Order): void {
  if (type === 'create' || type === 'fire-timers') return;
  expect(commandTable[type].in[statusOf(before)]).toEqual({
    to: expect.arrayContaining([statusOf(after)]),
  });
}

function expectSound(order: Order): void {
  for (const line of order.lines) {
    expect(line.cancelled + line.arranged).toBeLessThanOrEqual(line.ordered);
    expect(line.cancelled + line.shipped + underRequest(order, line.lineId)).toBeLessThanOrEqual(
      line.ordered,
    );
    expect(line.shipped).toBeLessThanOrEqual(line.arranged);
    expect(line.delivered).toBeLessThanOrEqual(line.shipped);
    expect(line.returnRequested).toBeLessThanOrEqual(line.delivered);
    expect(line.returned + line.lost).toBeLessThanOrEqual(line.shipped);
    // A unit is in one return or claim at a time.
    expect(freeOfCases(order, line)).toBeGreaterThanOrEqual(0);
  }
  const packed = order.packages.flatMap((parcel) => parcel.units);
  for (const line of order.lines.filter(needsShipping))
    expect(unitsOf(packed, line.lineId)).toBe(line.arranged);
  expect(order.refunds.reduce((total, { amount }) => total + amount, 0)).toBe(order.refunded);
  expect(new Set(order.refunds.map(({ refundId }) => refundId)).size).toBe(order.refunds.length);
  // Money: what the buyer has paid is what is due, plus what went back and what a change still waits for.
  const kept = captured(order) - order.refunded;
  const ahead = awaitingPayment(order)?.paid ?? 0;
  expect(due(order)).toBe(dueByTheBook(order));
  expect(kept).toBeGreaterThanOrEqual(0);
  expect(kept).toBeLessThanOrEqual(due(order) + ahead);
  // Cash is taken with the last package.
  const paid = order.cashOnDelivery === undefined || ['Delivered', 'Completed'].includes(statusOf(order));
  if (statusOf(order) !== 'AwaitingPayment' && paid) expect(kept).toBe(due(order) + ahead);
  // What can be sold again had left, and did not reach the buyer.
  for (const { open, sent, back } of demandOf(order))
    expect(Math.min(open, sent - back, back)).toBeGreaterThanOrEqual(0);
  // A paid order stays paid.
  if (order.paidAt !== undefined) expect(statusOf(order)).not.toBe('AwaitingPayment');
  // Whoever packs knows what and where.
  if (order.packages.length > 0) expect(order.openChanges).toEqual([]);
  expect(new Set(order.openChanges.map(({ kind }) => kind)).size).toBe(order.openChanges.length);
}

/** The same in fractions, from nothing but prices and quantities: no cent may depend on the way that led there. */
function dueByTheBook({ lines, discounts, charges, allowances }: Order): number {
  const gross = lines.map(({ ordered, unitPrice }) => ordered * unitPrice);
  const goods = gross.reduce((a, b) => a + b, 0);
  const values = lines.map((_, i) => gross[i]! - largestRemainders(discounts, gross, goods)[i]!);
  const kept = lines.map(({ ordered, cancelled, returned, lost }, i) => {
    const gone = cancelled + returned + lost;
    return largestRemainders(values[i]!, [ordered - gone, gone], ordered)[0]!;
  });
  const anythingSent = lines.some(({ ordered, cancelled, lost }) => cancelled + lost < ordered);
  return Math.max(0, kept.reduce((a, b) => a + b, 0) + (anythingSent ? charges : 0) - allowances);
}

function largestRemainders(amount: number, weights: readonly number[], whole: number): number[] {
  const parts = weights.map((weight) => Math.floor((amount * weight) / whole));
  for (let left = amount - parts.reduce((a, b) => a + b, 0); left > 0; left -= 1) {
    const missing = weights.map((weight, i) => amount * weight - parts[i]! * whole);
    parts[missing.indexOf(Math.max(...missing))]! += 1;
  }
  return parts;
}
