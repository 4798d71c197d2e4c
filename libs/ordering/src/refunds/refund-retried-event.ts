import { type Order, type RefundCase } from '../order.js';
import { type Fired } from '../timers.js';
import { type RefundRetried } from './events.js';
import { refundExpectedBy } from './refund-initiated-events.js';

/** A share of a refund is tried once more, by a timer where one is named. */
export function refundRetriedEvent(
  order: Order,
  { refundId, share, method = 'other', toAccount }: RefundCase,
  at: string,
  fired: Partial<Fired> = {},
): RefundRetried {
  const expectedBy = refundExpectedBy(order, at, toAccount ? 'bank-transfer' : method);
  return { type: 'RefundRetried', at, data: { refundId, share, expectedBy, ...fired } };
}
