import { due, lineValues, outstanding, type Priced } from '../amounts.js';
import { type MinorUnits } from '../money.js';
import { type LinesChange, type LineState, type Order } from '../order.js';
import { type LineTerms } from '../order-terms.js';
import { underRequest } from '../quantities.js';

export const lineTermsOf = ({ lineId, variant, ordered }: LineState): LineTerms => ({
  lineId,
  variant,
  quantity: ordered,
});

/** The order with these terms of some lines. All lines share the discounts anew, so its price is that of one ordered so. */
export function withLines(order: Order, terms: readonly LineTerms[]): Order {
  const lines = order.lines.map((line): LineState => {
    const changed = terms.find(({ lineId }) => lineId === line.lineId);
    return changed === undefined
      ? line
      : { ...line, ordered: changed.quantity, variant: changed.variant ?? line.variant };
  });
  const values = lineValues(pricedAs({ ...order, lines }));
  return { ...order, lines: lines.map((line, index) => ({ ...line, value: values[index]! })) };
}

/** The order as it would have been placed with its present lines. */
export const pricedAs = ({ lines, discounts, charges }: Order): Priced => ({
  lines: lines.map(({ ordered, unitPrice }) => ({ quantity: ordered, unitPrice })),
  discounts: [{ amount: discounts }],
  shippingFee: charges,
  fees: [],
});

/** What the order would cost more with these terms; below zero where it would cost less. */
export const priceDifference = (order: Order, terms: readonly LineTerms[]): MinorUnits =>
  due(withLines(order, terms)) - due(order);

/** How many units the line has to keep: those that are cancelled or provided already, and one of which something is left. */
export const leastQuantity = ({ cancelled, arranged }: LineState): number =>
  cancelled + Math.max(arranged, 1);

/** Whether the line can have so many units, a request to cancel some of them included. */
export const fits = (order: Order, line: LineState, quantity: number): boolean =>
  quantity >= leastQuantity(line) &&
  quantity >= line.cancelled + line.arranged + underRequest(order, line.lineId);

/** The line as an open change would have it; undefined where it stays as it is. */
export const requestedTerms = ({ openChanges }: Order, { lineId }: LineState): LineTerms | undefined =>
  openChanges
    .flatMap((change) => (change.kind === 'lines' ? change.after : []))
    .find((terms) => terms.lineId === lineId);

/** The change of lines that is made as soon as it is paid. */
export const awaitingPayment = ({ openChanges }: Order): LinesChange | undefined =>
  openChanges.find((open): open is LinesChange => open.kind === 'lines' && open.approved);

/** What is missing until the change can be made; never below zero. */
export const unpaidDifference = (order: Order, { after, paid }: LinesChange): MinorUnits =>
  Math.max(0, priceDifference(order, after) - paid);

/** What a payment may come to: what is left of the order's price, or of a change that waits to be paid. */
export function payable(order: Order): MinorUnits {
  const change = awaitingPayment(order);
  return outstanding(order) + (change === undefined ? 0 : unpaidDifference(order, change));
}
