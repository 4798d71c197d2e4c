import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { type Order } from '../order.js';
import { withRefund } from '../refunds/with-refund.js';
import { type Fired } from '../timers.js';
import { type ReceiveReturn } from './commands.js';
import { findReturn, hasReturn } from './find-return.js';
import { returnLife } from './return-life.js';

export const receiveReturn: CommandRules<ReceiveReturn> = {
  roles: ['seller', 'platform', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasReturn('ReturnReceived'),
  decide,
};

function decide(order: Order, { returnId, accepted, note }: ReceiveReturn, { at }: DecisionContext): Ruling {
  const refusal = checkCase(returnLife, findReturn(order, returnId), 'ReturnReceived', ['return', returnId]);
  if (refusal !== undefined) return refusal;
  return accepted
    ? received(order, returnId, at)
    : [{ type: 'ReturnReceiptRefused', at, data: { returnId, note } }];
}

/** The units are back: their price goes to the buyer, and the return is over. */
export function received(order: Order, returnId: string, at: string, fired?: Fired): OrderEvent[] {
  const back: OrderEvent = { type: 'ReturnReceived', at, data: { returnId, ...fired } };
  return [
    ...withRefund(order, [back], { reason: 'returned', returnId }),
    { type: 'ReturnClosed', at, data: { returnId, outcome: 'refunded', ...fired } },
  ];
}
