import { freeOfCases } from '../cases/case-units.js';
import { type LineState, type Order } from '../order.js';
import { type Units } from '../order-terms.js';
import { endOfTerm } from '../policy-duration.js';
import { everyUnit } from '../quantities.js';

/** What the policy of the order allows to send back. */
export interface ReturnTerms {
  readonly windowDays: number;
  /** The last instant at which a return can be asked for (ISO 8601, UTC); missing until the whole order has arrived. */
  readonly until?: string;
  /** Lines that the seller takes no returns of. */
  readonly excludedLines: readonly string[];
  /** What can be asked to be returned now. */
  readonly returnable: readonly Units[];
}

/** The window runs from when the whole order had arrived. */
export const returnsUntil = ({ deliveredAt, policy }: Order): string | undefined =>
  deliveredAt === undefined ? undefined : endOfTerm(policy, 'returnWindowDays', deliveredAt);

/** Whether the seller takes no returns of what stands in this line. */
export const isExcluded = ({ policy }: Order, { productId }: LineState): boolean =>
  policy.nonReturnableProducts.includes(productId);

export function returnTerms(order: Order, at: string): ReturnTerms {
  const excluded = order.lines.filter((line) => isExcluded(order, line));
  const until = returnsUntil(order);
  const over = until !== undefined && Date.parse(at) > Date.parse(until);
  return {
    windowDays: order.policy.returnWindowDays,
    until,
    excludedLines: excluded.map(({ lineId }) => lineId),
    returnable: everyUnit(order, (line) => (over || excluded.includes(line) ? 0 : freeOfCases(order, line))),
  };
}
