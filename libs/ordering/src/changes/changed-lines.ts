import { due, lineValues, outstanding, sumOf } from '../amounts.js';
import { type MinorUnits } from '../money.js';
import { type LinesChange, type LineState, type Order } from '../order.js';
import { type ChangedLines, type LineTerms } from '../order-terms.js';
import { untouchedLine } from '../placement/untouched-line.js';
import { type CartLine } from '../prices/cart.js';
import { underRequest } from '../quantities.js';

export const lineTermsOf = ({ lineId, variant, ordered }: LineState): LineTerms => ({
  lineId,
  variant,
  quantity: ordered,
});

/** The order's lines and those that the change adds, of which there is no unit yet. */
export const linesWith = ({ lines }: Order, { added = [] }: Partial<ChangedLines>): LineState[] => [
  ...lines,
  ...added.map((line) => untouchedLine({ ...line, quantity: 0 })),
];

/** All lines that the order has, or may have with an open change. */
export const possibleLines = (order: Order): LineState[] =>
  linesWith(order, {
    added: order.openChanges.flatMap((open) => ('added' in open ? (open.added ?? []) : [])),
  });

/** The order with the change made. All lines share the discounts anew, so its price is that of one ordered so. */
export function withLines(order: Order, change: ChangedLines): Order {
  const { after, discounts, fees } = change;
  const lines = linesWith(order, change).map((line): LineState => {
    const changed = after.find(({ lineId }) => lineId === line.lineId);
    if (changed === undefined) return line;
    const { quantity: ordered, variant = line.variant, unitPrice = line.unitPrice } = changed;
    return { ...line, ordered, variant, unitPrice };
  });
  const changed = {
    ...order,
    discounts: discounts === undefined ? order.discounts : sumOf(discounts),
    charges: fees === undefined ? order.charges : order.shippingFee + sumOf(fees),
  };
  const values = lineValues({ lines: cartOf(lines), discounts: [{ amount: changed.discounts }] });
  return { ...changed, lines: lines.map((line, index) => ({ ...line, value: values[index]! })) };
}

/** The order with another price of shipping; as it is where none is said. */
export const withShippingFee = (order: Order, shippingFee = order.shippingFee): Order => ({
  ...order,
  shippingFee,
  charges: order.charges - order.shippingFee + shippingFee,
});

/** The lines as a buyer would order them now. */
export const cartOf = (lines: readonly LineState[]): CartLine[] =>
  lines.map(({ lineId, productId, ordered, unitPrice }) => ({
    lineId,
    productId,
    quantity: ordered,
    unitPrice,
  }));

/** What the order would cost more with the change; below zero where it would cost less. */
export const priceDifference = (order: Order, change: ChangedLines): MinorUnits =>
  due(withLines(order, change)) - due(order);

/**
 * How many units the line has to keep: those that are cancelled or provided already, and one of which something is left.
 * A line of which no unit is, is taken out as a whole.
 */
export const leastQuantity = ({ cancelled, arranged }: LineState): number =>
  cancelled + arranged === 0 ? 0 : cancelled + Math.max(arranged, 1);

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
export const unpaidDifference = (order: Order, change: LinesChange): MinorUnits =>
  Math.max(0, priceDifference(order, change) - change.paid);

/** What a payment may come to: what is left of the order's price, or of a change that waits to be paid. */
export function payable(order: Order): MinorUnits {
  const change = awaitingPayment(order);
  return outstanding(order) + (change === undefined ? 0 : unpaidDifference(order, change));
}
