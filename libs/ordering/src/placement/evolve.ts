import { lineValues, totalsOf } from '../amounts.js';
import { type Order } from '../order.js';
import { policyOf } from '../policy.js';
import { type OrderPlaced } from './events.js';

/** The order that a history begins with. */
export function placed({ at, data }: OrderPlaced): Order {
  const values = lineValues(data);
  return {
    orderId: data.orderId,
    checkoutId: data.checkoutId,
    buyerId: data.buyerId,
    sellerId: data.sellerId,
    currency: data.currency,
    policy: policyOf(data.policy),
    placedAt: at,
    lines: data.lines.map((line, index) => ({
      lineId: line.lineId,
      productId: line.productId,
      needsShipping: line.needsShipping,
      ordered: line.quantity,
      value: values[index]!,
      cancelled: 0,
      arranged: 0,
      shipped: 0,
      delivered: 0,
      returnRequested: 0,
    })),
    charges: totalsOf(data).charges,
    ...(data.paymentMethod === 'cash-on-delivery' ? { cashOnDelivery: true } : {}),
    payments: [],
    refunded: 0,
    holdReleased: false,
    estimatedDelivery: data.promisedDelivery,
    packages: [],
    cancellationIds: [],
    openCancellations: [],
    returns: [],
  };
}
