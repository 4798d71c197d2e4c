import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { captured, due } from './amounts.js';
import { refundCases } from './cases/case-kinds.js';
import { freeOfCases } from './cases/case-units.js';
import { awaitingPayment } from './changes/changed-lines.js';
import { commandTable } from './command-table.js';
import { type OrderCommand } from './commands.js';
import { decide } from './decide/decide.js';
import { type OrderEvent } from './events.js';
import { evolve, fold } from './evolve.js';
import { type Order } from './order.js';
import { defaultPolicy } from './policy.js';
import { needsShipping, underRequest, unitsOf } from './quantities.js';
import { heldBy } from './refunds/held.js';
import { statusOf } from './status.js';
import { demandOf } from './stock/demand.js';
import { anySteps, someGoods, stocked } from './testing/any-steps.js';
import { create, time } from './testing/scenario.js';

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
  expect(new Set(order.refunds.map(refundCases.id)).size).toBe(order.refunds.length);
  // No payment gives back more than it captured.
  for (const { amount } of heldBy(order)) expect(amount).toBeGreaterThanOrEqual(0);
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
  // Of the charges, the buyer bears the part that goes with what no other is at fault for.
  const faulty = lines.map(({ atFault = 0 }) => atFault);
  const borne = lines.map(({ ordered, cancelled, atFault = 0 }) => ordered - cancelled - atFault);
  const worthOf = (units: number[]): number =>
    units.reduce((all, some, i) => {
      const { value, ordered } = lines[i]!;
      return all + largestRemainders(value, [some, ordered - some], ordered)[0]!;
    }, 0);
  const [own, others] = [worthOf(borne), worthOf(faulty)];
  const share = anythingSent ? largestRemainders(charges, [own, others], own + others)[0]! : 0;
  return Math.max(0, kept.reduce((a, b) => a + b, 0) + share - allowances);
}

function largestRemainders(amount: number, weights: readonly number[], whole: number): number[] {
  // A line that was taken out has no units, and no price.
  if (whole === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((amount * weight) / whole));
  for (let left = amount - parts.reduce((a, b) => a + b, 0); left > 0; left -= 1) {
    const missing = weights.map((weight, i) => amount * weight - parts[i]! * whole);
    parts[missing.indexOf(Math.max(...missing))]! += 1;
  }
  return parts;
}
