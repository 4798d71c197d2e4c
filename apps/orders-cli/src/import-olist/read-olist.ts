import {
  type OlistCustomer,
  type OlistItem,
  type OlistOrder,
  type OlistPayment,
  type OlistProduct,
  type OlistSeller,
} from './olist-rows.js';
import { readTable } from './read-table.js';

/** The tables that an import needs, joined on their ids by whoever reads them. */
export interface OlistData {
  readonly orders: readonly OlistOrder[];
  /** By order. */
  readonly items: ReadonlyMap<string, readonly OlistItem[]>;
  /** By order. */
  readonly payments: ReadonlyMap<string, readonly OlistPayment[]>;
  readonly customers: ReadonlyMap<string, OlistCustomer>;
  readonly sellers: ReadonlyMap<string, OlistSeller>;
  readonly products: ReadonlyMap<string, OlistProduct>;
}

/**
 * Reads and checks every row of the data set in a folder; reviews and geolocation are not needed.
 * Throws a CommandFailure for a file that is missing, and for the first row that is broken or stands twice.
 */
export async function readOlist(folder: string): Promise<OlistData> {
  const orders = await readTable(
    folder,
    'orders',
    [
      'order_id',
      'customer_id',
      'order_status',
      'order_purchase_timestamp',
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
    ['order_id'],
    (row): OlistOrder => ({
      orderId: row.text('order_id'),
      customerId: row.text('customer_id'),
      status: row.text('order_status'),
      purchasedAt: row.instant('order_purchase_timestamp'),
      approvedAt: row.optionalInstant('order_approved_at'),
      handedOverAt: row.optionalInstant('order_delivered_carrier_date'),
      deliveredAt: row.optionalInstant('order_delivered_customer_date'),
      estimatedDelivery: row.optionalDay('order_estimated_delivery_date'),
    }),
  );
  const items = await readTable(
    folder,
    'order_items',
    ['order_id', 'order_item_id', 'product_id', 'seller_id', 'price', 'freight_value'],
    ['order_id', 'order_item_id'],
    (row): OlistItem => ({
      orderId: row.text('order_id'),
      itemId: row.text('order_item_id'),
      productId: row.text('product_id'),
      sellerId: row.text('seller_id'),
      price: row.amount('price'),
      freight: row.amount('freight_value'),
    }),
  );
  const payments = await readTable(
    folder,
    'order_payments',
    ['order_id', 'payment_sequential', 'payment_type', 'payment_value'],
    ['order_id', 'payment_sequential'],
    (row): OlistPayment => ({
      orderId: row.text('order_id'),
      sequence: row.text('payment_sequential'),
      type: row.text('payment_type'),
      amount: row.amount('payment_value'),
    }),
  );
  const customers = await readTable(
    folder,
    'customers',
    ['customer_id', 'customer_unique_id', 'customer_zip_code_prefix', 'customer_city', 'customer_state'],
    ['customer_id'],
    (row): OlistCustomer => ({
      customerId: row.text('customer_id'),
      personId: row.text('customer_unique_id'),
      postalCode: row.optional('customer_zip_code_prefix'),
      city: row.optional('customer_city'),
      region: row.optional('customer_state'),
    }),
  );
  const sellers = await readTable(
    folder,
    'sellers',
    ['seller_id', 'seller_city'],
    ['seller_id'],
    (row): OlistSeller => ({ sellerId: row.text('seller_id'), city: row.optional('seller_city') }),
  );
  const products = await readTable(
    folder,
    'products',
    ['product_id', 'product_category_name'],
    ['product_id'],
    (row): OlistProduct => ({
      productId: row.text('product_id'),
      category: row.optional('product_category_name'),
    }),
  );
  return {
    orders,
    items: byOrder(items),
    payments: byOrder(payments),
    customers: new Map(customers.map((customer) => [customer.customerId, customer])),
    sellers: new Map(sellers.map((seller) => [seller.sellerId, seller])),
    products: new Map(products.map((product) => [product.productId, product])),
  };
}

function byOrder<Row extends { readonly orderId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.orderId);
    if (group === undefined) groups.set(row.orderId, [row]);
    else group.push(row);
  }
  return groups;
}
