import { type Order } from './order.js';
import { type OrderStatus, statusOf } from './status.js';

/** The clocks that run for an order. */
export const timerNames = ['unpaid-expiry', 'hold', 'auto-complete'] as const;
export type TimerName = (typeof timerNames)[number];

export interface Timer {
  readonly timer: TimerName;
  /** When it falls due (ISO 8601, UTC). */
  readonly dueAt: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const after = (start: string, milliseconds: number): string =>
  new Date(Date.parse(start) + milliseconds).toISOString();

/** The timer that runs in each status, if one does. An order waits for one thing at a time. */
export function runningTimer(order: Order): Timer | undefined {
  const status: OrderStatus = statusOf(order);
  const { policy } = order;
  switch (status) {
    case 'AwaitingPayment':
      return { timer: 'unpaid-expiry', dueAt: after(order.placedAt, policy.unpaidExpiryHours * hour) };
    case 'OnHold':
      return { timer: 'hold', dueAt: after(order.paidAt ?? order.placedAt, policy.holdMinutes * minute) };
    case 'Delivered':
      return {
        timer: 'auto-complete',
        dueAt: after(order.deliveredAt ?? order.placedAt, policy.autoCompleteDays * day),
      };
    case 'AwaitingConfirmation':
    case 'Confirmed':
    case 'ShipmentArranged':
    case 'PartiallyShipped':
    case 'InTransit':
    case 'Completed':
    case 'Cancelled':
      return undefined;
    default:
      return status satisfies never;
  }
}
