import { asOf, type OrderEntry } from '@app/order-log';
import { captured, due, type LineState, type Order, type PackageState, statusOf } from '@app/ordering';
import { english, moneyText, text } from '@app/words';
import { CommandFailure } from './command-failure.js';
import { failOnDamage, readableHistory } from './readable-history.js';
import { type Terminal } from './terminal.js';
import { withEngines } from './with-engines.js';
import { writeLines } from './write-lines.js';

/** Prints an order as it was at an instant (ISO 8601, UTC). */
export async function orderAsOf(
  orderId: string,
  instant: string,
  { json }: { json?: true },
  terminal: Terminal,
): Promise<void> {
  const history = await withEngines(terminal, ({ orderLog }) => readableHistory(orderLog, orderId));
  if (history.entries.length === 0) return failOnDamage(history);
  const order = orderAt(orderId, history.entries, instant);
  const lines = json
    ? [JSON.stringify({ asOf: instant, status: statusOf(order), order })]
    : summary(order, instant);
  await writeLines(terminal.out, lines);
  failOnDamage(history);
}

function orderAt(orderId: string, entries: readonly OrderEntry[], instant: string): Order {
  const order = asOf(entries, instant);
  if (order !== undefined) return order;
  throw new CommandFailure(
    `Order ${orderId} did not exist yet at ${instant}: it was placed at ${entries[0]!.event.at}.`,
  );
}

function summary(order: Order, instant: string): string[] {
  const status = statusOf(order);
  const money = (amount: number) => moneyText(amount, order.currency);
  const times = [
    ['placed', order.placedAt],
    ['paid', order.paidAt],
    ['confirmed', order.confirmedAt],
    ['delivered', order.deliveredAt],
    ['completed', order.completedAt],
  ].filter(([, at]) => at !== undefined);
  return [
    `Order ${order.orderId} as of ${instant}`,
    `  status    ${status} (the buyer reads "${text(english, `status.${status}.buyer`)}")`,
    `  buyer     ${order.buyerId}`,
    `  seller    ${order.sellerId}`,
    `  checkout  ${order.checkoutId}`,
    ...times.map(([what, at]) => `  ${what!.padEnd(9)} ${at}`),
    ...order.lines.map((line) => `  line      ${lineText(line)}, ${money(line.value)}`),
    ...order.packages.map((parcel) => `  package   ${packageText(parcel)}`),
    `  money     due ${money(due(order))}, captured ${money(captured(order))}, refunded ${money(order.refunded)}`,
  ];
}

function lineText({ lineId, productId, ...counts }: LineState): string {
  const moved = (['cancelled', 'shipped', 'delivered', 'returnRequested'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `, ${counts[what]} ${what === 'returnRequested' ? 'asked back' : what}`);
  return `${lineId}: ${counts.ordered} of product ${productId}${moved.join('')}`;
}

const packageText = ({ packageId, shippedAt, deliveredAt, reported }: PackageState): string =>
  [
    packageId,
    ...(shippedAt === undefined ? [] : [`shipped ${shippedAt}`]),
    ...(deliveredAt === undefined ? [] : [`delivered ${deliveredAt}`]),
    ...(reported === undefined ? [] : [`${reported.state} ${reported.since}`]),
  ].join(', ');
