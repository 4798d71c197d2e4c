import { type OrderEvent, type OrderPlaced } from './events.js';
import { type LineState, type Order } from './order.js';
import { type Units } from './order-terms.js';
import { unitsOf } from './quantities.js';
import { type Fault, isOthersFault } from './reasons.js';

/** What each of some kinds of event changes in an order that exists. Facts are never refused. */
export type Evolution<Event extends Exclude<OrderEvent, OrderPlaced>> = {
  readonly [Type in Event['type']]: (order: Order, event: Extract<Event, { type: Type }>) => Order;
};

type Count =
  'cancelled' | 'arranged' | 'shipped' | 'delivered' | 'returnRequested' | 'returned' | 'lost' | 'atFault';

/** The order with so many more units of each line counted so. */
export const withMore = (order: Order, units: readonly Units[], what: Count): Order =>
  withCounted(order, units, what, 1);

/** The order with units that the buyer does without, through whosever fault. */
export function withGivenUp(
  order: Order,
  units: readonly Units[],
  what: 'returned' | 'lost',
  fault: Fault | undefined,
): Order {
  const given = withMore(order, units, what);
  return isOthersFault(fault) ? withMore(given, units, 'atFault') : given;
}

/** The order with so many fewer units of each line counted so. */
export const withFewer = (order: Order, units: readonly Units[], what: Count): Order =>
  withCounted(order, units, what, -1);

const withCounted = (order: Order, units: readonly Units[], what: Count, sign: 1 | -1): Order => ({
  ...order,
  lines: order.lines.map((line): LineState => {
    const more = unitsOf(units, line.lineId);
    return more === 0 ? line : { ...line, [what]: (line[what] ?? 0) + sign * more };
  }),
});
