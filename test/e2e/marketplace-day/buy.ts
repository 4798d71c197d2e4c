import { type Bought, type Market, Refused } from './market.js';
import { type Plan, products } from './plan.js';

interface Quote {
  readonly discounts: readonly { readonly code: string }[];
  readonly shippingFee: number;
  readonly fees: readonly object[];
  readonly total: number;
}

const shippingAddress = {
  recipient: 'Ana Silva',
  street: 'Main Street 1',
  city: 'Lisbon',
  postalCode: '1000-001',
  country: 'PT',
};

/** Places the order with the figures of a quote; without its coupon where that is used up by then. */
export async function order(market: Market, plan: Plan): Promise<Bought> {
  const { buyer: buyerId, seller: sellerId, quantities, couponCode, insured } = plan;
  const lines = products.map(({ productId, unitPrice }, index) => {
    return { lineId: productId, productId, quantity: quantities[index]!, unitPrice };
  });
  const { currency } = market;
  const couponCodes = couponCode === undefined ? [] : [couponCode];
  const cart = { buyerId, sellerId, currency, lines, shippingFee: 499, insured, couponCodes };
  const { discounts, fees, shippingFee, total } = await market.ask<Quote>('POST', '/quotes', cart);
  const taken = discounts.map(({ code }) => code);
  const body = {
    ...{
      buyerId,
      sellerId,
      currency,
      discounts,
      fees,
      shippingFee,
      total,
      couponCodes: taken,
      shippingAddress,
    },
    sellerName: sellerId,
    lines: lines.map((line, index) => ({ ...line, title: products[index]!.title })),
    paymentMethod: plan.pays === 'in cash' ? 'cash-on-delivery' : undefined,
  };
  try {
    const { orderId } = await market.ask<{ orderId: string }>('POST', '/orders', body);
    const units = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
    const bought = { ...plan, orderId, total, coupon: taken[0], units };
    market.orders.push(bought);
    return bought;
  } catch (error) {
    // Somebody else was the last to use it.
    if (error instanceof Refused && error.code === 'coupon-used-up')
      return order(market, { ...plan, couponCode: undefined });
    throw error;
  }
}

/** Pays what the order costs, in the way that the plan says; in cash nothing is paid before the door. */
export async function pay({ provider }: Market, { orderId, total, pays }: Bought): Promise<void> {
  const paymentId = `pay-${orderId}`;
  const first = Math.ceil(total / 3);
  switch (pays) {
    case 'at once':
      return provider.capture({ orderId, paymentId, amount: total });
    case 'in parts':
      await provider.capture({ orderId, paymentId, amount: first, method: 'voucher' });
      return provider.capture({ orderId, paymentId: `${paymentId}-rest`, amount: total - first });
    case 'in captures':
      await provider.capture({ orderId, paymentId, captureId: '1', amount: first });
      return provider.capture({ orderId, paymentId, captureId: '2', amount: total - first });
    case 'twice':
      return provider.capture({ orderId, paymentId, amount: total }, 2);
    case 'too much':
      await provider.capture({ orderId, paymentId, amount: total });
      return provider.capture({ orderId, paymentId: `${paymentId}-again`, amount: 700 });
    case 'in cash':
      return undefined;
  }
}
