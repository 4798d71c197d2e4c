import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { changeAppliedEvent, changeRejectedEvent } from './change-events.js';
import { waitsForPayment, whileOpen } from './change-rules.js';
import { priceDifference } from './changed-lines.js';
import { type AnswerChange } from './commands.js';

export const answerChangeRules: CommandRules<AnswerChange> = {
  roles: ['seller', 'service'],
  in: whileOpen,
  actsOn: (order) => order.openChanges.length > 0,
  decide,
};

function decide(
  order: Order,
  { changeId, approve, note }: AnswerChange,
  { at }: DecisionContext,
): DecisionResult {
  const change = order.openChanges.find((open) => open.changeId === changeId);
  if (change === undefined) return refuse('unknown-change', {}, '/changeId');
  if (!approve) return [changeRejectedEvent(change, at, { reason: 'declined', note })];
  if (change.kind === 'address') return [changeAppliedEvent(order, change, at)];
  if (change.approved) return refuse('change-awaits-payment');

  const difference = priceDifference(order, change);
  return waitsForPayment(order, difference)
    ? [
        {
          type: 'LinesChangeApproved',
          at,
          data: { changeId, priceDifference: difference, currency: order.currency },
        },
      ]
    : [changeAppliedEvent(order, change, at)];
}
