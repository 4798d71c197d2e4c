import { type CommandRules, no, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { type SubmitReview } from './commands.js';
import { checkText } from './written-text.js';

export const submitReviewRules: CommandRules<SubmitReview> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('order-not-completed'),
    OnHold: no('order-not-completed'),
    AwaitingConfirmation: no('order-not-completed'),
    Confirmed: no('order-not-completed'),
    ShipmentArranged: no('order-not-completed'),
    PartiallyShipped: no('order-not-completed'),
    InTransit: no('order-not-completed'),
    Delivered: no('order-not-completed'),
    Completed: to('Completed'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => order.reviewedAt === undefined,
  decide,
};

function decide(order: Order, { score, text: given }: SubmitReview, { at }: DecisionContext): DecisionResult {
  if (order.reviewedAt !== undefined) return refuse('order-already-reviewed');
  if (!Number.isInteger(score) || score < 1 || score > 5) return refuse('bad-score', {}, '/score');
  const text = given?.trim();
  const refusal = text === undefined ? undefined : checkText(text);
  return refusal ?? [{ type: 'ReviewSubmitted', at, data: { score, text } }];
}
