import { allocate, type MinorUnits, sum } from './money.js';
import { type LineState, type Order } from './order.js';
import { type OrderLine } from './order-terms.js';
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

export function totalsOf(priced: Priced): Totals {
  const goods = sum(priced.lines.map((line) => line.quantity * line.unitPrice));
  const discounts = sum(priced.discounts.map((discount) => discount.amount));
  const charges = priced.shippingFee + sum(priced.fees.map((fee) => fee.amount));
  return { goods, discounts, charges, total: goods - discounts + charges };
}

/** Each line's price after its share of the discounts, shared in the ratio of the lines' prices. */
export function lineValues(priced: Priced): MinorUnits[] {
  const gross = priced.lines.map((line) => line.quantity * line.unitPrice);
  const shares = allocate(totalsOf(priced).discounts, gross);
  return gross.map((amount, index) => amount - shares[index]!);
}

/** What the line's uncancelled units cost; cancelled and live parts add up to the line's value exactly. */
const liveValue = (line: LineState): MinorUnits => allocate(line.value, [live(line), line.cancelled])[0]!;

/** What the buyer owes for all that was not cancelled. Shipping and fees fall away with the last unit. */
export function due(order: Order): MinorUnits {
  const anythingLeft = order.lines.some((line) => live(line) > 0);
  return sum(order.lines.map(liveValue)) + (anythingLeft ? order.charges : 0);
}

export const captured = (order: Order): MinorUnits => sum(order.payments.map((payment) => payment.amount));

/** What is left to pay; never below zero. */
export const outstanding = (order: Order): MinorUnits =>
  Math.max(0, due(order) + order.refunded - captured(order));

/** What was paid of changes that are not made yet. */
const paidAhead = ({ openChanges }: Order): MinorUnits =>
  sum(openChanges.map((open) => (open.kind === 'lines' ? open.paid : 0)));

/** What was paid beyond what is due, for no change that is still to come, and is not on its way back yet. */
export const refundDue = (order: Order): MinorUnits =>
  Math.max(0, captured(order) - order.refunded - due(order) - paidAhead(order));
