import { lineValues, totalsOf } from '../amounts.js';
import { type Order } from '../order.js';
import { policyOf } from '../stored-policy.js';
import { type OrderPlaced } from './events.js';

/** The order that a history begins with. */
export function placedOrder({ at, data }: OrderPlaced): Order {
  const { goods, discounts, charges } = totalsOf(data);
  const values = lineValues(data);
  return {
    orderId: data.orderId,
    checkoutId: data.checkoutId,
    buyerId: data.buyerId,
    sellerId: data.sellerId,
    sellerName: data.sellerName,
    currency: data.currency,
    policy: policyOf(data.policy),
    placedAt: at,
    shippingAddress: data.shippingAddress,
    lines: data.lines.map((line, index) => ({
      lineId: line.lineId,
      productId: line.productId,
      title: line.title,
      needsShipping: line.needsShipping,
      variant: line.variant,
      ...(data.stocked?.includes(line.productId) ? { stocked: true as const } : {}),
      ordered: line.quantity,
      unitPrice: line.unitPrice,
      value: values[index]!,
      cancelled: 0,
      arranged: 0,
      shipped: 0,
      delivered: 0,
      returnRequested: 0,
      returned: 0,
      lost: 0,
    })),
    discounts,
    charges,
    shippingFee: data.shippingFee,
    placedPrices: {
      goods,
      discounts: data.discounts,
      fees: data.fees,
      terms: data.priceTerms ?? { coupons: [], rates: {} },
    },
    ...(data.paymentMethod === 'cash-on-delivery' ? { cashOnDelivery: true } : {}),
    payments: [],
    refunded: 0,
    allowances: 0,
    holdReleased: false,
    estimatedDelivery: data.promisedDelivery,
    packages: [],
    cancellationIds: [],
    openCancellations: [],
    changeIds: [],
    openChanges: [],
    returns: [],
    claims: [],
    refunds: [],
    messages: 0,
  };
}
