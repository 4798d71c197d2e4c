import { type Checkout } from '../checkout.js';
import { type OlistItem, type OlistOrder, type OlistPayment } from '../olist-rows.js';

/** Rows for a test: a regular delivered order of one lamp, paid by card, with what the test makes different. */
export function checkout({
  order = {},
  items = [item()],
  payments = [payment()],
  ...rest
}: {
  order?: Partial<OlistOrder>;
  items?: OlistItem[];
  payments?: OlistPayment[];
} & Partial<Pick<Checkout, 'customer' | 'sellers' | 'products'>> = {}): Checkout {
  return {
    order: {
      orderId: 'o-1',
      customerId: 'c-1',
      status: 'delivered',
      purchasedAt: '2018-05-01T10:00:00.000Z',
      approvedAt: '2018-05-01T11:00:00.000Z',
      handedOverAt: '2018-05-02T10:00:00.000Z',
      deliveredAt: '2018-05-05T10:00:00.000Z',
      estimatedDelivery: '2018-05-20',
      ...order,
    },
    items,
    payments,
    customer: { customerId: 'c-1', personId: 'person-1', postalCode: '01234', city: 'cidade', region: 'SP' },
    sellers: new Map(['s-1', 's-2'].map((sellerId) => [sellerId, { sellerId, city: 'porto' }])),
    products: new Map([['p-lamp', { productId: 'p-lamp', category: 'casa_conforto' }]]),
    ...rest,
  };
}

export const item = (changes: Partial<OlistItem> = {}): OlistItem => ({
  orderId: 'o-1',
  itemId: '1',
  productId: 'p-lamp',
  sellerId: 's-1',
  price: 4990,
  freight: 1010,
  ...changes,
});

export const payment = (changes: Partial<OlistPayment> = {}): OlistPayment => ({
  orderId: 'o-1',
  sequence: '1',
  type: 'credit_card',
  amount: 6000,
  ...changes,
});

/** Times to take away from an order. */
export const noTimes = { approvedAt: undefined, handedOverAt: undefined, deliveredAt: undefined };
