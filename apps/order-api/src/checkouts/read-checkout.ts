import { type Engines } from '@app/engines';
import { type Actor, captured, type Order, outstanding, statusOf, sum, totalOf } from '@app/ordering';
import { type MadeQuote } from '@app/quotes';
import { problem } from '../problems/problem.js';
import { type CheckoutDto } from './checkout.dto.js';

/** A checkout as the log has it now. Throws 404 where it is another buyer's, or no order of it was placed. */
export async function readCheckout(
  engines: Engines,
  checkoutId: string,
  reader: Actor,
): Promise<CheckoutDto> {
  const quote = await engines.quotes.read(checkoutId);
  if (quote === undefined || (reader.role === 'buyer' && reader.id !== quote.buyerId))
    throw problem('checkout-not-found', {});
  const placed = await ordersOf(engines, quote);
  if (placed.length === 0) throw problem('checkout-not-found', {});
  return presentCheckout(checkoutId, quote, placed);
}

/** The orders that were placed by the quote, in the order of its parts. */
async function ordersOf({ orderLog }: Engines, { parts, orders }: MadeQuote): Promise<Order[]> {
  const orderIds = parts.flatMap(({ sellerId }) => orders.get(sellerId) ?? []);
  const found = await Promise.all(orderIds.map((orderId) => orderLog.read(orderId)));
  return found.flatMap((folded) => folded?.order ?? []);
}

function presentCheckout(
  checkoutId: string,
  { buyerId, parts }: MadeQuote,
  placed: readonly Order[],
): CheckoutDto {
  const orders = placed.map((order) => ({
    orderId: order.orderId,
    sellerId: order.sellerId,
    sellerName: parts.find(({ sellerId }) => sellerId === order.sellerId)!.sellerName,
    status: statusOf(order),
    total: totalOf(order),
    paid: captured(order),
    refunded: order.refunded,
    outstanding: outstanding(order),
  }));
  const all = (name: 'total' | 'paid' | 'refunded' | 'outstanding') => sum(orders.map((one) => one[name]));
  const sellers = orders.map(({ sellerId }) => sellerId);
  return {
    checkoutId,
    buyerId,
    currency: parts[0]!.currency,
    total: all('total'),
    paid: all('paid'),
    refunded: all('refunded'),
    outstanding: all('outstanding'),
    orders,
    notPlaced: parts.map(({ sellerId }) => sellerId).filter((sellerId) => !sellers.includes(sellerId)),
  };
}
