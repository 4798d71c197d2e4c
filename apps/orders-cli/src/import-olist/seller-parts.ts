import { type MinorUnits, type OrderLine, sum } from '@app/ordering';
import { type NoteAnomaly } from './anomaly.js';
import { type Checkout } from './checkout.js';
import { type OlistItem, type OlistProduct } from './olist-rows.js';

/** One seller's part of a checkout: it becomes an order of its own. */
export interface SellerPart {
  readonly sellerId: string;
  readonly sellerName: string;
  readonly lines: readonly OrderLine[];
  readonly goods: MinorUnits;
  readonly freight: MinorUnits;
}

/** The parts of a checkout in the order of its items; one part of an unknown seller where there are no items. */
export function sellerParts(checkout: Checkout, note: NoteAnomaly): SellerPart[] {
  const { items, payments } = checkout;
  if (items.length === 0) {
    note('no-lines', `${checkout.order.status}, but nothing in order_items.csv`);
    return [unknownPart(sum(payments.map((payment) => payment.amount)))];
  }
  const sellerIds = [...new Set(items.map((item) => item.sellerId))];
  return sellerIds.map((sellerId) => {
    const own = items.filter((item) => item.sellerId === sellerId);
    return {
      sellerId,
      sellerName: sellerName(checkout, sellerId, note),
      lines: linesOf(own, checkout.products, note),
      goods: sum(own.map((item) => item.price)),
      freight: sum(own.map((item) => item.freight)),
    };
  });
}

const unknownTitle = 'Unknown item';

const unknownPart = (worth: MinorUnits): SellerPart => ({
  sellerId: 'unknown',
  sellerName: 'Unknown seller',
  lines: [{ lineId: '1', productId: 'unknown', title: unknownTitle, quantity: 1, unitPrice: worth }],
  goods: worth,
  freight: 0,
});

function sellerName({ sellers }: Checkout, sellerId: string, note: NoteAnomaly): string {
  const seller = sellers.get(sellerId);
  if (seller === undefined) note('seller-missing', `seller ${sellerId} is not in sellers.csv`);
  const name = `Seller ${sellerId.slice(0, 8)}`;
  return seller?.city === undefined ? name : `${name} (${seller.city})`;
}

/** The units of one product at one price are one line; it is called after the first of them. */
function linesOf(
  items: readonly OlistItem[],
  products: ReadonlyMap<string, OlistProduct>,
  note: NoteAnomaly,
): OrderLine[] {
  const lines: OrderLine[] = [];
  for (const { itemId, productId, price } of items) {
    const index = lines.findIndex((line) => line.productId === productId && line.unitPrice === price);
    const line = lines[index];
    if (line !== undefined) lines[index] = { ...line, quantity: line.quantity + 1 };
    else {
      const title = titleOf(productId, products, note);
      lines.push({ lineId: itemId, productId, title, quantity: 1, unitPrice: price });
    }
  }
  return lines;
}

/** A product has no name in the data set; it is titled by its category. */
function titleOf(productId: string, products: ReadonlyMap<string, OlistProduct>, note: NoteAnomaly): string {
  const product = products.get(productId);
  if (product === undefined) note('product-missing', `product ${productId} is not in products.csv`);
  else if (product.category === undefined)
    note('category-missing', `product ${productId} belongs to no category`);
  const words = product?.category?.replaceAll('_', ' ') ?? unknownTitle;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
