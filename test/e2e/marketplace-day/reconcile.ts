import { type Bought, type Market } from './market.js';
import { products, sellers } from './plan.js';
import { type Seen } from './seen.js';

/** Something that two books tell otherwise. */
export interface BookDifference {
  readonly what: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Every difference between what the day's people know and what the system says in the end; none where all is well. */
export async function differences(market: Market): Promise<BookDifference[]> {
  const seen = new Map<string, Seen>();
  for (const { orderId } of market.orders) seen.set(orderId, await market.seen(orderId));
  return [
    ...market.orders.flatMap((order) => moneyOf(market, order, seen.get(order.orderId)!)),
    ...(await stocks(market)),
    ...(await redemptions(market, seen)),
  ].filter(({ expected, found }) => expected !== found);
}

const sum = (entries: readonly { readonly amount: number }[]): number =>
  entries.reduce((total, { amount }) => total + amount, 0);

/** The provider's books are what the order says, and what is left with the seller is the price of what the buyer has. */
function moneyOf({ provider, transfers }: Market, { orderId }: Bought, order: Seen): BookDifference[] {
  const ofOrder = (entry: { readonly orderId: string }) => entry.orderId === orderId;
  const about = (what: string, expected: unknown, found: unknown) => {
    return { what: `${what} of ${orderId}`, expected, found };
  };
  const shares = order.refunds.flatMap((refund) => refund.shares);
  const cash = order.payments.filter(({ method }) => method === 'cash-on-delivery');
  const captures = provider.captures.filter(ofOrder);
  const payouts = provider.refunds.filter(ofOrder);
  const byPayment = [...new Set([...captures, ...payouts].map(({ paymentId }) => paymentId))].flatMap(
    (id) => {
      const ofPayment = (entry: { readonly paymentId: string }) => entry.paymentId === id;
      return [
        about(`captures ${id}`, sum(captures.filter(ofPayment)), sum(order.payments.filter(ofPayment))),
        about(`payouts ${id}`, sum(payouts.filter(ofPayment)), sum(shares.filter(ofPayment))),
      ];
    },
  );
  const given = sum(payouts) + sum(transfers.filter(ofOrder));
  return [
    ...byPayment,
    about('all payments', sum(captures) + sum(cash), sum(order.payments)),
    about('all refunds', given, sum(order.refunds)),
    about('open refunds', 0, shares.filter(({ state }) => state !== 'settled').length),
    about('what is left', owed(order), sum(captures) + sum(cash) - given),
    about('what is to be paid', 0, order.status === 'Cancelled' ? 0 : order.receipt.outstanding),
  ];
}

/** Refunds that let the buyer keep everything. */
const gifts = ['goodwill', 'partial-refund'];

/**
 * The price of the units that the buyer has kept, shared by largest remainders, with shipping and fees where any came,
 * but for the share of what the buyer does without through another's fault.
 */
function owed({ lines, receipt: { discounts, fees, shippingFee }, refunds, returns }: Seen): number {
  const gross = lines.map(({ unitPrice, quantity }) => unitPrice * quantity);
  const shares = shared(sum(discounts), gross);
  const value = (index: number, units: number): number =>
    shared(gross[index]! - shares[index]!, [units, lines[index]!.quantity - units])[0]!;
  const total = (units: (line: Seen['lines'][number]) => number): number =>
    lines.reduce((all, line, index) => all + value(index, units(line)), 0);
  const unwanted = returns
    .filter(({ reason, state }) => reason === 'no-longer-wanted' && state === 'refunded')
    .flatMap(({ units }) => units);
  const atFault = ({ lineId, returned, lost }: Seen['lines'][number]): number =>
    returned + lost - (unwanted.find((units) => units.lineId === lineId)?.quantity ?? 0);
  const goods = total(({ quantity, cancelled, returned, lost }) => quantity - cancelled - returned - lost);
  const came = lines.some(({ quantity, cancelled, lost }) => quantity > cancelled + lost);
  const prices = [total((line) => line.quantity - line.cancelled - atFault(line)), total(atFault)];
  const charges = came ? shared(shippingFee + sum(fees), prices)[0]! : 0;
  const given = sum(refunds.filter(({ reason }) => gifts.includes(reason)));
  return Math.max(0, goods + charges - given);
}

function shared(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  const parts = weights.map((weight) => Math.floor((amount * weight) / whole));
  const rests = weights.map((weight, index) => (amount * weight) % whole || -index / weights.length);
  for (let left = amount - parts.reduce((total, part) => total + part, 0); left > 0; left -= 1) {
    const next = rests.indexOf(Math.max(...rests));
    parts[next]! += 1;
    rests[next] = -1;
  }
  return parts;
}

/** Stock is what was counted, less what left, and what came back. */
async function stocks(market: Market): Promise<BookDifference[]> {
  const found: BookDifference[] = [];
  for (const { id } of sellers)
    for (const { productId } of products) {
      const { counted, shipped, returned } = market.stocks.get(`${id}/${productId}`)!;
      const onHand = counted - shipped + returned;
      const path = `/sellers/${id}/stock/${productId}`;
      const { variants } = await market.ask<{ variants: object[] }>('GET', path);
      const expected = JSON.stringify([{ onHand, held: 0, available: onHand, short: 0 }]);
      found.push({ what: path, expected, found: JSON.stringify(variants) });
    }
  return found;
}

/** A coupon, or a voucher, is redeemed by each order that it was used for, but for those of which nothing came about. */
async function redemptions(market: Market, seen: ReadonlyMap<string, Seen>): Promise<BookDifference[]> {
  const uses = new Map<string, number>();
  for (const { seller, coupon, orderId } of market.orders) {
    const path = `/sellers/${seller}/coupons/${coupon}`;
    const counts = seen.get(orderId)!.status === 'Cancelled' ? 0 : 1;
    if (coupon !== undefined) uses.set(path, (uses.get(path) ?? 0) + counts);
  }
  const found: BookDifference[] = [];
  for (const [what, expected] of uses) {
    const { redeemed } = await market.ask<{ redeemed: number }>('GET', what);
    found.push({ what, expected, found: redeemed });
  }
  return found;
}
