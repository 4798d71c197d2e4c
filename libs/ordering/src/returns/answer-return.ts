import { worth } from '../amounts.js';
import { returnCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount, type MinorUnits } from '../money.js';
import { type Order, type ReturnCase } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { type AnswerReturn, type ReturnAnswer } from './commands.js';

export const answerReturnRules: CommandRules<AnswerReturn> = {
  roles: ['seller', 'platform', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnApproved'),
  decide,
};

const events = {
  approve: 'ReturnApproved',
  reject: 'ReturnRejected',
  offer: 'PartialRefundOffered',
} as const satisfies Record<ReturnAnswer, string>;

function decide(
  order: Order,
  { returnId, answer, amount, note }: AnswerReturn,
  { at }: DecisionContext,
): DecisionResult {
  const found = findCase(returnCases, order, returnId);
  const refusal = checkCase(returnCases, order, returnId, events[answer]);
  if (refusal !== undefined) return refusal;
  if (answer !== 'offer') return [{ type: events[answer], at, data: { returnId, note } }];
  return (
    checkOffer(order, found!, amount) ?? [
      { type: 'PartialRefundOffered', at, data: { returnId, amount: amount!, note } },
    ]
  );
}

function checkOffer(
  order: Order,
  { units }: ReturnCase,
  amount: MinorUnits | undefined,
): Refusal | undefined {
  if (amount === undefined || !isAmount(amount) || amount === 0)
    return refuse('bad-money', { fault: 'zero' }, '/amount');
  const most = { money: worth(order, units), currency: order.currency };
  return amount > most.money ? refuse('offer-over-worth', { most }, '/amount') : undefined;
}
