import { type Order } from '../order.js';
import { live, underRequest } from '../quantities.js';
import { type OrderStatus, statusOf } from '../status.js';
import { type TimerRules } from '../timer-rules.js';
import { endOfWorkingDay } from '../working-days.js';
import { reachesSellerAt } from './reaches-seller-at.js';

/** The seller's time to send what was bought. Sent late is still sent; everybody sees that it is late. */
export const shipByTimer: TimerRules = {
  running: (order) =>
    order.policy.shipByWorkingDays > 0 && order.shipmentLateAt === undefined && waitsForSeller(order)
      ? [{ dueAt: shipByOf(order) }]
      : [],
  fire: (_, timer, { at }) => [{ type: 'ShipmentLate', at, data: timer }],
};

const statuses: readonly OrderStatus[] = [
  'AwaitingConfirmation',
  'Confirmed',
  'ShipmentArranged',
  'PartiallyShipped',
];

/** Whether there are goods that the seller could send and has not sent. */
const waitsForSeller = (order: Order): boolean =>
  statuses.includes(statusOf(order)) &&
  order.lines.some((line) => live(line) - line.shipped > underRequest(order, line.lineId));

/** When the seller's working days are over, or so many more of them. */
export const shipByOf = (order: Order, furtherDays = 0): string =>
  endOfWorkingDay(
    reachesSellerAt(order),
    order.policy.shipByWorkingDays + furtherDays,
    order.policy.calendar,
  );
