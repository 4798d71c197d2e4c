import { type DecisionContext } from '../decide/decision.js';
import { titleOf } from '../named-goods.js';
import { type LineState, type Order } from '../order.js';
import { type AddedLine, type LineChange, type LineTerms } from '../order-terms.js';
import { offeredPrice } from '../prices/offered-goods.js';
import { type Refusal, refuse } from '../refusal.js';
import { linesWith, lineTermsOf } from './changed-lines.js';

/** A change of one line with the price that its seller says. */
export type OfferedChange = LineTerms & { readonly added?: AddedLine };

/**
 * The line as the change would have it. A new line, and another variant of a product that is offered, cost what the
 * seller asks for them now; what the seller does not offer is refused. A product without an offer keeps its price.
 */
export function offeredChange(
  order: Order,
  change: LineChange,
  { offers = [], stocked = [] }: DecisionContext,
  pointer: string,
): OfferedChange | Refusal {
  const { lineId } = change;
  const line = order.lines.find((known) => known.lineId === lineId);
  const productId = change.productId ?? line!.productId;
  const variant = change.variant ?? line?.variant;
  const offer = offers.find((known) => known.productId === productId && known.currency === order.currency);
  const unitPrice = offer && offeredPrice(offer, variant);

  if (line === undefined) {
    if (offer === undefined || unitPrice === undefined)
      return notOffered(offer?.title ?? productId, variant, `${pointer}/productId`);
    const { title, needsShipping } = offer;
    if (order.cashOnDelivery && needsShipping === false)
      return refuse('cash-needs-delivery', {}, `${pointer}/productId`);
    const terms = { lineId, variant, quantity: change.quantity! };
    const added = { ...terms, productId, title, unitPrice, needsShipping };
    return { ...terms, added: stocked.includes(productId) ? { ...added, stocked: true } : added };
  }
  const quantity = change.quantity ?? line.ordered;
  if (offer === undefined || variant === line.variant) return { lineId, variant, quantity };
  if (unitPrice === undefined) return notOffered(line.title, variant, `${pointer}/variant`);
  return { lineId, variant, quantity, ...(unitPrice === line.unitPrice ? {} : { unitPrice }) };
}

const notOffered = (title: string, variant: string | undefined, pointer: string): Refusal =>
  refuse('not-offered', { product: titleOf({ title, variant }) }, pointer);

/** The lines that the changes make different, as they are and as they are to be, and those that are new. */
export function differences(order: Order, changes: readonly OfferedChange[]) {
  const added = changes.flatMap((change) => (change.added === undefined ? [] : [change.added]));
  const before: LineTerms[] = [];
  const after: LineTerms[] = [];
  for (const line of linesWith(order, { added })) {
    const change = changes.find(({ lineId }) => lineId === line.lineId);
    if (change === undefined || isSame(line, change)) continue;
    const { added: _, ...terms } = change;
    before.push(lineTermsOf(line));
    after.push(terms);
  }
  return { before, after, ...(added.length > 0 ? { added } : {}) };
}

const isSame = (line: LineState, { variant, quantity }: LineTerms): boolean =>
  variant === line.variant && quantity === line.ordered;
