import { refundCases } from '../cases/case-kinds.js';
import { isOpen } from '../cases/case-life.js';
import { type Order } from '../order.js';
import { type RefundDropped } from './events.js';
import { heldBy, isOf } from './held.js';
import { refundLife } from './refund-life.js';

/** The open shares that their payment does not hold the money of any more, the newest first: nothing is sent twice. */
export function refundDroppedEvents(order: Order, at: string): RefundDropped[] {
  return heldBy(order).flatMap(({ payment, amount }) => {
    let missing = -amount;
    return refundCases
      .all(order)
      .filter((share) => isOf(share, payment) && isOpen(refundLife, share))
      .reverse()
      .flatMap(({ refundId, share, amount: freed }): RefundDropped[] => {
        if (missing <= 0) return [];
        missing -= freed;
        return [{ type: 'RefundDropped', at, data: { refundId, share } }];
      });
  });
}
