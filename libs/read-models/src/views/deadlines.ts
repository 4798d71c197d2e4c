import { type Timer, type TimerName } from '@app/ordering';
import { type OrderView } from './order-view.js';

/** A clock that runs for an order. */
export interface DeadlineRow {
  readonly orderId: string;
  readonly timer: TimerName;
  /** Of what in the order it is the clock; empty where there can be only one. */
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
