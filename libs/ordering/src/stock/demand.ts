import { possibleLines, requestedTerms } from '../changes/changed-lines.js';
import { type LineState, type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { live, unitsOf } from '../quantities.js';

/** What an order takes of the stock of one product, in one variant. */
export interface Demand {
  readonly productId: string;
  readonly variant?: string;
  /** Units still to be sent. */
  readonly open: number;
  /** Units that have left, each time they did. */
  readonly sent: number;
  /** Those of them that came back to be sold again, or had not left after all. */
  readonly back: number;
}

/** Whether the order's goods are held for it by now: from its creation or from its payment on, as its seller chose. */
export const reservesStock = ({ policy, paidAt, cashOnDelivery }: Order): boolean =>
  policy.reserveStockAt === 'creation' || paidAt !== undefined || cashOnDelivery === true;

/** What the order takes of each stock that its seller keeps; where a change of its lines is open, enough for both ends of it. */
export function demandOf(order: Order): Demand[] {
  const demands: Demand[] = [];
  function add(line: LineState, variant: string | undefined, open: number, sent = 0, back = 0): void {
    const { productId } = line;
    const index = demands.findIndex((known) => known.productId === productId && known.variant === variant);
    const known = demands[index] ?? { open: 0, sent: 0, back: 0 };
    const moved = { sent: known.sent + sent, back: known.back + back };
    const demand = { productId, variant, open: known.open + open, ...moved };
    if (index < 0) demands.push(demand);
    else demands[index] = demand;
  }
  const restocked = order.packages.flatMap((parcel) => parcel.restocked ?? []);
  for (const line of possibleLines(order).filter(({ stocked }) => stocked)) {
    const requested = requestedTerms(order, line);
    const requestedQuantity =
      requested === undefined ? 0 : requested.quantity - line.cancelled - line.shipped;
    const variant = requested?.variant ?? line.variant;
    const { takenBack = 0 } = line;
    const sent = line.shipped + takenBack;
    const back = unitsOf(restocked, line.lineId) + takenBack;
    if (variant === line.variant) add(line, variant, Math.max(toSend(line), requestedQuantity), sent, back);
    else {
      add(line, line.variant, toSend(line), sent, back);
      add(line, variant, requestedQuantity);
    }
  }
  return demands;
}

/** So many of the units to be sent of a product and variant, as units of the order's lines: those of the last lines first. */
export function unitsLacking(
  order: Order,
  { productId, variant }: Pick<Demand, 'productId' | 'variant'>,
  quantity: number,
): Units[] {
  let rest = quantity;
  return order.lines
    .filter((line) => line.stocked && line.productId === productId && line.variant === variant)
    .reverse()
    .map((line) => {
      const lacking = Math.min(rest, toSend(line));
      rest -= lacking;
      return { lineId: line.lineId, quantity: lacking };
    })
    .filter((units) => units.quantity > 0)
    .reverse();
}

const toSend = (line: LineState): number => live(line) - line.shipped;
