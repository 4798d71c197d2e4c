import { canHappen } from '../cases/case-life.js';
import { type OrderEventType } from '../events.js';
import { type Order, type RefundCase } from '../order.js';
import { refundLife } from './refund-life.js';

export const findRefund = (order: Order, refundId: string): RefundCase | undefined =>
  order.refunds.find((known) => known.refundId === refundId);

/** Whether the order has a refund to which the event can happen. */
export const hasRefund =
  (event: OrderEventType) =>
  (order: Order): boolean =>
    order.refunds.some((known) => canHappen(refundLife, known, event));
