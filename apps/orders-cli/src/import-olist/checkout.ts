import {
  type OlistCustomer,
  type OlistItem,
  type OlistOrder,
  type OlistPayment,
  type OlistProduct,
  type OlistSeller,
} from './olist-rows.js';
import { type OlistData } from './read-olist.js';

/** All that the data set knows of one checkout. */
export interface Checkout {
  readonly order: OlistOrder;
  readonly items: readonly OlistItem[];
  readonly payments: readonly OlistPayment[];
  readonly customer?: OlistCustomer;
  readonly sellers: ReadonlyMap<string, OlistSeller>;
  readonly products: ReadonlyMap<string, OlistProduct>;
}

/** The rows of every order of orders.csv, one checkout after the other, the oldest first. */
export function* checkoutsOf(data: OlistData): Generator<Checkout> {
  const { orders, items, payments, customers, sellers, products } = data;
  for (const order of orders.toSorted((a, b) => (a.purchasedAt < b.purchasedAt ? -1 : 1)))
    yield {
      order,
      items: items.get(order.orderId) ?? [],
      payments: payments.get(order.orderId) ?? [],
      customer: customers.get(order.customerId),
      sellers,
      products,
    };
}
