import { stringify } from 'csv-stringify/sync';
import { type MinorUnits } from '@app/ordering';
import { decimalText } from '@app/words';
import { type LabelledOrder as Order } from '../lists/labelled-order.js';

/** Each column with what an order has in it, from left to right. Amounts stand there twice: for people, and exact. */
const columns: Readonly<Record<string, (order: Order) => string | number>> = {
  order_id: ({ orderId }) => orderId,
  checkout_id: ({ checkoutId }) => checkoutId,
  placed_at: ({ placedAt }) => placedAt,
  changed_at: ({ changedAt }) => changedAt,
  status: ({ status }) => status,
  label: ({ label }) => label,
  buyer_id: ({ buyerId }) => buyerId,
  seller_id: ({ sellerId }) => sellerId,
  seller_name: ({ sellerName }) => sellerName,
  items: ({ summary }) => itemsText(summary),
  lines: ({ summary }) => summary.lines,
  units: ({ summary }) => summary.units,
  currency: ({ currency }) => currency,
  ...amount('total', ({ total }) => total),
  ...amount('paid', ({ captured }) => captured),
  ...amount('refunded', ({ refunded }) => refunded),
};

const entries = Object.entries(columns);

/** The names of the columns, as the first record of a file (RFC 4180). */
export const csvHeader = (): string => csv([entries.map(([name]) => name)]);

/** Orders as records of a file. */
export const csvRecords = (orders: readonly Order[]): string =>
  csv(orders.map((order) => entries.map(([, valueIn]) => valueIn(order))));

/** No text is a formula to the spreadsheet that opens it, and every line break is within quotes. */
const csv = (records: (string | number)[][]): string =>
  stringify(records, { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' });

function amount(name: string, of: (order: Order) => MinorUnits): typeof columns {
  return {
    [name]: (order) => decimalText(of(order), order.currency),
    [`${name}_minor_units`]: of,
  };
}

/** The goods as the list shows them: "2 × Shirt (L); 1 × Mug; …". */
function itemsText({ items, lines }: Order['summary']): string {
  const named = items.map(({ title, variant, quantity }) => {
    return `${quantity} × ${title}${variant === undefined ? '' : ` (${variant})`}`;
  });
  return [...named, ...(lines > items.length ? ['…'] : [])].join('; ');
}
