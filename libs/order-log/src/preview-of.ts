import {
  allowedCommands,
  due,
  evolve,
  type Order,
  type OrderEvent,
  payable,
  type Role,
  statusOf,
} from '@app/ordering';
import { type CommandPreview } from './command-request.js';
import { type FoldedOrder } from './folded-order.js';

/** What the events that a command would make come to, on the order as it is, for somebody in this role. */
export function previewOf(
  before: FoldedOrder | undefined,
  events: readonly OrderEvent[],
  role: Role,
): CommandPreview {
  const after = events.reduce<Order | undefined>(evolve, before?.order)!;
  const change = events.find(
    (event) => event.type === 'LinesChangeRequested' || event.type === 'LinesChangeApplied',
  );
  return {
    dryRun: true,
    orderId: after.orderId,
    revision: before?.revision,
    events: events.map(({ type }) => type),
    status: statusOf(after),
    currency: after.currency,
    discounts: change?.data.discounts,
    fees: change?.data.fees,
    priceDifference: ofChange(events) ?? due(after) - (before === undefined ? 0 : due(before.order)),
    refund: events.reduce((sum, { type, data }) => (type === 'RefundInitiated' ? sum + data.amount : sum), 0),
    outstanding: payable(after),
    allowedCommands: allowedCommands(after, role),
  };
}

/** The price of a change counts from when it is asked for, although the order costs no more before it is made. */
const ofChange = (events: readonly OrderEvent[]): number | undefined =>
  events
    .map(({ data }) => ('priceDifference' in data ? data.priceDifference : undefined))
    .find(Number.isInteger);
