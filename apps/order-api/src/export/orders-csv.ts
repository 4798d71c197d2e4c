import { type MinorUnits, type OrderLine } from '@app/ordering';
import { type OrderView } from '@app/read-models';
import { type LabelledOrder } from '../lists/labelled-order.js';
import { amount } from './amount-columns.js';
import { type CsvTable } from './csv-table.js';

/** An order with what its page shows, and one of its lines where each has a row. */
export interface OrderRow {
  readonly order: LabelledOrder;
  readonly view: OrderView;
  readonly line?: OrderLine;
}

type Columns = CsvTable<OrderRow>['columns'];

const joined = (texts: readonly string[]): string => [...new Set(texts)].join('; ');
const address = ({ view }: OrderRow) => view.order.shippingAddress;

const ofOrder: Columns = {
  order_id: ({ order }) => order.orderId,
  checkout_id: ({ order }) => order.checkoutId,
  placed_at: ({ order }) => order.placedAt,
  changed_at: ({ order }) => order.changedAt,
  status: ({ order }) => order.status,
  label: ({ order }) => order.label,
  buyer_id: ({ order }) => order.buyerId,
  seller_id: ({ order }) => order.sellerId,
  seller_name: ({ order }) => order.sellerName,
  recipient: (row) => address(row).recipient,
  phone: (row) => address(row).phone,
  street: (row) => address(row).street,
  city: (row) => address(row).city,
  region: (row) => address(row).region,
  postal_code: (row) => address(row).postalCode,
  country: (row) => address(row).country,
  package_ids: ({ view }) => joined(view.packages.map(({ packageId }) => packageId)),
  carriers: ({ view }) => joined(view.packages.map(({ carrier }) => carrier)),
  tracking_numbers: ({ view }) => joined(view.packages.map(({ trackingNumber }) => trackingNumber)),
};

const ofMoney: Columns = {
  currency: ({ order }) => order.currency,
  ...amount('goods', ({ view }) => view.receipt.goods),
  ...amount('discounts', ({ view }) => sum(view.receipt.discounts)),
  ...amount('shipping_fee', ({ view }) => view.receipt.shippingFee),
  ...amount('fees', ({ view }) => sum(view.receipt.fees)),
  ...amount('total', ({ order }) => order.total),
  ...amount('paid', ({ order }) => order.captured),
  ...amount('refunded', ({ order }) => order.refunded),
  ...amount('withdrawn', ({ view }) => view.receipt.withdrawn ?? 0),
  payment_methods: ({ view }) => joined(view.payments.map(({ method }) => method)),
  payment_ids: ({ view }) => joined(view.payments.map(({ paymentId }) => paymentId)),
  refund_ids: ({ view }) => joined(view.refunds.map(({ refundId }) => refundId)),
  refund_states: ({ view }) => view.refunds.map(({ state }) => state).join('; '),
};

const digits = [
  'order_id',
  'checkout_id',
  'buyer_id',
  'seller_id',
  'phone',
  'postal_code',
  'package_ids',
  'tracking_numbers',
  'payment_ids',
  'refund_ids',
  'line_id',
  'product_id',
  'variant',
];

/** A row for each order, to reconcile. */
export const ordersCsv: CsvTable<OrderRow> = {
  columns: {
    ...ofOrder,
    items: ({ view }) => view.lines.map(itemText).join('; '),
    lines: ({ order }) => order.summary.lines,
    units: ({ order }) => order.summary.units,
    ...ofMoney,
  },
  digits,
};

/** A row for each line, to pick and pack; what is of the whole order stands in each of its rows. */
export const linesCsv: CsvTable<OrderRow> = {
  columns: {
    ...ofOrder,
    line_id: ({ line }) => line!.lineId,
    product_id: ({ line }) => line!.productId,
    title: ({ line }) => line!.title,
    variant: ({ line }) => line!.variant,
    quantity: ({ line }) => line!.quantity,
    to_ship: toShip,
    ...amount('unit_price', ({ line }) => line!.unitPrice),
    ...ofMoney,
  },
  digits,
};

/** Units that were neither cancelled nor shipped yet. */
function toShip({ view, line }: OrderRow): number {
  const state = view.order.lines.find(({ lineId }) => lineId === line!.lineId)!;
  return line!.needsShipping === false ? 0 : state.ordered - state.cancelled - state.shipped;
}

const sum = (charges: readonly { readonly amount: MinorUnits }[]): MinorUnits =>
  charges.reduce((total, { amount: one }) => total + one, 0);

/** "2 × Shirt (L)". */
const itemText = ({ title, variant, quantity }: OrderLine): string =>
  `${quantity} × ${title}${variant === undefined ? '' : ` (${variant})`}`;
