import { canHappen } from '../cases/case-life.js';
import { type OrderEventType } from '../events.js';
import { type Order, type ReturnCase } from '../order.js';
import { returnLife } from './return-life.js';

export const findReturn = (order: Order, returnId: string | undefined): ReturnCase | undefined =>
  order.returns.find((known) => known.returnId === returnId);

/** Whether the order has a return to which the event can happen. */
export const hasReturn =
  (event: OrderEventType) =>
  (order: Order): boolean =>
    order.returns.some((known) => canHappen(returnLife, known, event));
