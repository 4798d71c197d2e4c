import { returnCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent, type ReturnLost, type ReturnReceived } from '../events.js';
import { type Order } from '../order.js';
import { eventsWithRefund, refundedBy } from '../refunds/events-with-refund.js';
import { type Fired } from '../timers.js';
import { type ReceiveReturn } from './commands.js';

export const receiveReturnRules: CommandRules<ReceiveReturn> = {
  roles: ['seller', 'platform', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnReceived'),
  decide,
};

function decide(
  order: Order,
  { returnId, accepted, note }: ReceiveReturn,
  { at }: DecisionContext,
): DecisionResult {
  const refusal = checkCase(returnCases, order, returnId, 'ReturnReceived');
  if (refusal !== undefined) return refusal;
  return accepted
    ? returnRefundedEvents(order, { type: 'ReturnReceived', at, data: { returnId } })
    : [{ type: 'ReturnReceiptRefused', at, data: { returnId, note } }];
}

/** The units are not the buyer's any more: their price goes to the buyer, and the return is over. */
export function returnRefundedEvents(
  order: Order,
  back: ReturnReceived | ReturnLost,
  fired?: Fired,
): OrderEvent[] {
  const { at, data } = back;
  const { returnId } = data;
  const events = eventsWithRefund(order, [back], { reason: 'returned', returnId });
  const amount = refundedBy(order, events);
  return [...events, { type: 'ReturnClosed', at, data: { returnId, outcome: 'refunded', amount, ...fired } }];
}
