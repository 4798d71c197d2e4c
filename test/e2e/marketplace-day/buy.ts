import { type Bought, type Market, Refused } from './market.js';
import { type DayPlan, products } from './plan.js';

interface Quote {
  readonly quoteId: string;
  readonly total: number;
  readonly parts: readonly { readonly discounts: readonly { readonly code: string }[] }[];
}

const shippingAddress = {
  recipient: 'Ana Silva',
  street: 'Main Street 1',
  city: 'Lisbon',
  postalCode: '1000-001',
  country: 'PT',
};

/** The buyer orders by a quote; without the coupon where somebody else was the last to use it. */
export async function order(market: Market, plan: DayPlan): Promise<Bought> {
  const { buyer: buyerId, seller: sellerId, quantities, couponCode, insured, pays } = plan;
  const as = `buyer:${buyerId}`;
  const units = products.map(({ productId }, index) => {
    return { lineId: productId, productId, quantity: quantities[index]! };
  });
  const couponCodes = couponCode === undefined ? [] : [couponCode];
  const cart = { buyerId, sellerId, lines: units, insured, couponCodes };
  const { quoteId, total, parts } = await market.ask<Quote>('POST', '/quotes', cart, as);
  const paymentMethod = pays === 'in cash' ? 'cash-on-delivery' : undefined;
  try {
    const body = { quoteId, shippingAddress, paymentMethod };
    const { orderId } = await market.ask<{ orderId: string }>('POST', '/orders', body, as);
    const coupon = parts[0]!.discounts[0]?.code;
    const bought = { ...plan, orderId, total, coupon, units: units.map(({ productId: _, ...unit }) => unit) };
    market.orders.push(bought);
    return bought;
  } catch (error) {
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
