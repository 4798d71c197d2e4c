import { lineValues, totalsOf } from '../amounts.js';
import { type Order } from '../order.js';
import { policyOf } from '../stored-policy.js';
import { type OrderPlaced } from './events.js';
import { untouchedLine } from './untouched-line.js';

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
      ...untouchedLine({ ...line, ...(data.stocked?.includes(line.productId) ? { stocked: true } : {}) }),
      value: values[index]!,
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
