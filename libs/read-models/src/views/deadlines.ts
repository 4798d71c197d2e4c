import { type Timer, type TimerName } from '@app/ordering';
import { type OrderView } from './order-view.js';

/** A timer that runs for an order. */
export interface DeadlineRow {
  readonly orderId: string;
  readonly timer: TimerName;
  /** Which return or request of the order it is for; empty where there can be only one. */
  readonly subject: string;
  /** ISO 8601, UTC. */
  readonly dueAt: string;
}

export const deadlineRows = ({ order, deadlines }: OrderView): DeadlineRow[] =>
  deadlines.map(({ timer, subject = '', dueAt }: Timer) => ({
    orderId: order.orderId,
    timer,
    subject,
    dueAt,
  }));
