import { claimCases } from '../cases/case-kinds.js';
import { findOpenCase } from '../cases/find-case.js';
import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type ConfirmReceipt } from './commands.js';
import { completionEvents } from './completion-events.js';

export const confirmReceiptRules: CommandRules<ConfirmReceipt> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('order-not-delivered'),
    OnHold: no('order-not-delivered'),
    AwaitingConfirmation: no('order-not-delivered'),
    Confirmed: no('order-not-delivered'),
    ShipmentArranged: no('order-not-delivered'),
    PartiallyShipped: no('order-not-delivered'),
    InTransit: no('order-not-delivered'),
    Delivered: to('Completed'),
    Completed: no('order-already-completed'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => findOpenCase(claimCases, order) === undefined,
  decide,
};

function decide(order: Order, _: ConfirmReceipt, { at }: DecisionContext): DecisionResult {
  return findOpenCase(claimCases, order) === undefined ? completionEvents(at, {}) : refuse('claim-open');
}
