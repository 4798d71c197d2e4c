import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { captured, due } from './amounts.js';
import { awaitingPayment } from './changes/changed-lines.js';
import { roles } from './actor.js';
import { commandTable } from './command-table.js';
import { type OrderCommand } from './commands.js';
import { decide } from './decide/decide.js';
import { type OrderEvent } from './events.js';
import { evolve, fold } from './evolve.js';
import { type Order } from './order.js';
import { defaultPolicy } from './policy.js';
import { needsShipping, underRequest, unitsOf } from './quantities.js';
import { statusOf } from './status.js';
import {
  answer,
  answerChange,
  arrange,
  cancel,
  changeAddress,
  create,
  createCommand,
  delay,
  dispatch,
  modifyLines,
  newAddress,
  pay,
  reestimate,
  requestReturn,
  review,
  say,
  ship,
  time,
  track,
  withdrawChange,
} from './testing/scenario.js';

const units = fc.option(
  fc.array(
    fc.record({ lineId: fc.constantFrom('shirt', 'mug', 'hat'), quantity: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 3 },
  ),
  { nil: undefined },
);
const name = fc.constantFrom('1', '2', '3');

const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom(1, 1800, 4000, 4800, 7800, 9600), fc.constantFrom('refund', undefined))
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
  name.map((packageId): OrderCommand => ({ type: 'deliver', packageId })),
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
  fc.string({ maxLength: 10 }).map(say),
  fc.integer({ min: 0, max: 6 }).map((score) => review({ score })),
  units.map((some) => requestReturn({ units: some ?? [] })),
);
const step = fc.record({
  command,
  role: fc.constantFrom(...roles, 'service', 'service', 'timer' as const),
  hours: fc.integer({ min: 0, max: 40 }),
});

describe('whatever is asked of an order, in whatever order', () => {
  it('no unit goes two ways, no cent is lost, and every status is where the lifecycle says', () =>
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.constantFrom(0, 60),
        fc.boolean(),
        (steps, holdMinutes, sent) => {
          let now = 0;
          let order: Order | undefined;
          const history: OrderEvent[] = [];
          const policy = { ...defaultPolicy, holdMinutes };
          const lines = createCommand.lines.map((line) =>
            line.lineId === 'mug' ? { ...line, needsShipping: sent } : line,
          );
          const first = { command: create({ lines }), role: 'service' as const, hours: 0 };
          for (const [index, { command: next, role, hours }] of [first, ...steps].entries()) {
            now += hours;
            const context = { at: time(now), commandId: `${index}`, role, policy, timersFire: true };
            const decision = decide(order, next, context);
            if (decision.kind === 'refused') continue;
            history.push(...decision.events);
            const before = order;
            order = decision.events.reduce<Order | undefined>(evolve, order)!;
            expectSound(order);
            const byItself = decision.events.some(({ data }) => 'timer' in data);
            if (before !== undefined && !byItself) expectLed(before, next.type, order);
          }
          expect(fold(JSON.parse(JSON.stringify(history)) as OrderEvent[])).toEqual(
            JSON.parse(JSON.stringify(order)),
          );
        },
      ),
      { numRuns: 1000 },
    ));
});

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
  }
  const packed = order.packages.flatMap((parcel) => parcel.units);
  for (const line of order.lines.filter(needsShipping))
    expect(unitsOf(packed, line.lineId)).toBe(line.arranged);
  // Money: what the buyer has paid is what is due, plus what went back and what a change still waits for.
  const kept = captured(order) - order.refunded;
  const ahead = awaitingPayment(order)?.paid ?? 0;
  expect(due(order)).toBe(dueByTheBook(order));
  expect(kept).toBeGreaterThanOrEqual(0);
  expect(kept).toBeLessThanOrEqual(due(order) + ahead);
  if (statusOf(order) !== 'AwaitingPayment') expect(kept).toBe(due(order) + ahead);
  // Whoever packs knows what and where.
  if (order.packages.length > 0) expect(order.openChanges).toEqual([]);
  expect(new Set(order.openChanges.map(({ kind }) => kind)).size).toBe(order.openChanges.length);
}

/** The same in fractions, from nothing but prices and quantities: no cent may depend on the way that led there. */
function dueByTheBook({ lines, discounts, charges }: Order): number {
  const gross = lines.map(({ ordered, unitPrice }) => ordered * unitPrice);
  const goods = gross.reduce((a, b) => a + b, 0);
  const values = lines.map((_, i) => gross[i]! - largestRemainders(discounts, gross, goods)[i]!);
  const live = lines.map(({ ordered, cancelled }, i) => {
    return largestRemainders(values[i]!, [ordered - cancelled, cancelled], ordered)[0]!;
  });
  const anythingLeft = lines.some(({ ordered, cancelled }) => cancelled < ordered);
  return live.reduce((a, b) => a + b, 0) + (anythingLeft ? charges : 0);
}

function largestRemainders(amount: number, weights: readonly number[], whole: number): number[] {
  const parts = weights.map((weight) => Math.floor((amount * weight) / whole));
  for (let left = amount - parts.reduce((a, b) => a + b, 0); left > 0; left -= 1) {
    const missing = weights.map((weight, i) => amount * weight - parts[i]! * whole);
    parts[missing.indexOf(Math.max(...missing))]! += 1;
  }
  return parts;
}
