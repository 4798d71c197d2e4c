import { claimCases } from '../cases/case-kinds.js';
import { findOpenCase } from '../cases/find-case.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { arrivalEvents } from '../decide/arrival-events.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type ConfirmReceipt } from './commands.js';
import { completionEvents } from './completion-events.js';
import { isAwaited } from './lost-packages.js';

export const confirmReceiptRules: CommandRules<ConfirmReceipt> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('order-not-delivered'),
    OnHold: no('order-not-delivered'),
    AwaitingConfirmation: no('order-not-delivered'),
    Confirmed: no('order-not-delivered'),
    ShipmentArranged: no('order-not-delivered'),
    PartiallyShipped: no('order-not-delivered'),
    InTransit: to('Completed'),
    Delivered: to('Completed'),
    Completed: no('order-already-completed'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => findOpenCase(claimCases, order) === undefined,
  decide,
};

/** What the buyer has was delivered, whoever should have said so. */
function decide(order: Order, _: ConfirmReceipt, context: DecisionContext): DecisionResult {
  const { at } = context;
  if (findOpenCase(claimCases, order) !== undefined) return refuse('claim-open');
  const received = order.packages.filter(isAwaited).map(({ packageId }): OrderEvent => {
    return { type: 'PackageDelivered', at, data: { packageId } };
  });
  return [
    ...received,
    ...arrivalEvents(received.reduce(evolve, order), context),
    ...completionEvents(at, {}),
  ];
}
