import { withMore } from './evolution.js';
import { allocate, type MinorUnits, sum } from './money.js';
import { type LineState, type Order } from './order.js';
import { type OrderLine, type Units } from './order-terms.js';
import { withdrawn } from './payment/withdrawal.js';
import { live } from './quantities.js';

/** What a caller's lines, fees and discounts come to. */
export interface Totals {
  readonly goods: MinorUnits;
  readonly discounts: MinorUnits;
  readonly charges: MinorUnits;
  readonly total: MinorUnits;
}

/** The parts of an order's price, in minor units of its currency. */
export interface Priced {
  readonly lines: readonly Pick<OrderLine, 'quantity' | 'unitPrice'>[];
  readonly shippingFee: MinorUnits;
  readonly fees: readonly { readonly amount: MinorUnits }[];
  readonly discounts: readonly { readonly amount: MinorUnits }[];
}

/** What some charges, or whatever has an amount, add up to. */
export const sumOf = (charges: readonly { readonly amount: MinorUnits }[]): MinorUnits =>
  sum(charges.map(({ amount }) => amount));

export function totalsOf(priced: Priced): Totals {
  const goods = sum(priced.lines.map((line) => line.quantity * line.unitPrice));
  const discounts = sumOf(priced.discounts);
  const charges = priced.shippingFee + sumOf(priced.fees);
  return { goods, discounts, charges, total: goods - discounts + charges };
}

/** Each line's price after its share of the discounts, shared in the ratio of the lines' prices. */
export function lineValues({ lines, discounts }: Pick<Priced, 'lines' | 'discounts'>): MinorUnits[] {
  const gross = lines.map((line) => line.quantity * line.unitPrice);
  const shares = allocate(sumOf(discounts), gross);
  return gross.map((amount, index) => amount - shares[index]!);
}

/** What so many of the line's units cost; with all others they add up to the line's value exactly. */
const valueOf = (line: LineState, units: number): MinorUnits =>
  allocate(line.value, [units, line.ordered - units])[0]!;

/** What the units cost that the buyer is to keep. */
const keptValue = (line: LineState): MinorUnits => valueOf(line, live(line) - line.returned - line.lost);

/**
 * What the buyer owes for all that was neither cancelled, nor lost, nor given back, less what was let off; never below
 * zero.
 */
export const due = (order: Order): MinorUnits =>
  Math.max(0, sum(order.lines.map(keptValue)) + chargesDue(order) - order.allowances);

/**
 * Shipping and fees fall away with the last unit that is cancelled or lost; what comes back has been sent all the same.
 * But what the buyer does without through another's fault takes its share of them with it, in the ratio of the prices
 * of all units that were not cancelled.
 */
function chargesDue({ lines, charges, policy }: Order): MinorUnits {
  if (lines.every((line) => live(line) <= line.lost)) return 0;
  if (!policy.refundChargesAtFault) return charges;
  const others = (line: LineState): number => live(line) - atFault(line);
  const prices = [others, atFault].map((count) => sum(lines.map((line) => valueOf(line, count(line)))));
  const counts = [others, atFault].map((count) => sum(lines.map(count)));
  return allocate(charges, sum(prices) > 0 ? prices : counts)[0]!;
}

const atFault = (line: LineState): number => line.atFault ?? 0;

/** What goes back for units that the buyer returns now. */
export const worth = (order: Order, units: readonly Units[]): MinorUnits =>
  due(order) - due(withMore(order, units, 'returned'));

/** What the order costs as it was placed and changed since, whatever of it was cancelled or comes back. */
export const totalOf = ({ lines, charges }: Order): MinorUnits =>
  sum(lines.map(({ value }) => value)) + charges;

export const captured = (order: Order): MinorUnits => sumOf(order.payments);

/** What is left to pay; never below zero. A paid order stays paid, also where a provider takes the money away. */
export const outstanding = (order: Order): MinorUnits =>
  Math.max(
    0,
    due(order) + order.refunded + (order.paidAt === undefined ? withdrawn(order) : 0) - captured(order),
  );

/** What was paid of changes that are not made yet. */
export const paidAhead = ({ openChanges }: Order): MinorUnits =>
  sum(openChanges.map((open) => (open.kind === 'lines' ? open.paid : 0)));

/** What was paid beyond what is due, for no change that is still to come, and is not on its way back yet. */
export const refundDue = (order: Order): MinorUnits =>
  Math.max(0, captured(order) - withdrawn(order) - order.refunded - due(order) - paidAhead(order));
