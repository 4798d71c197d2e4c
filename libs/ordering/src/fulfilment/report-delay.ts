import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { type ReportDelay } from './commands.js';
import { checkEstimate, estimateOf, untilDelivered } from './estimates.js';

export const reportDelayRules: CommandRules<ReportDelay> = {
  roles: ['seller', 'carrier', 'platform', 'service'],
  in: untilDelivered,
  decide,
};

function decide(
  order: Order,
  { type: _, ...delay }: ReportDelay,
  { at, role }: DecisionContext,
): DecisionResult {
  const previousEstimate = estimateOf(order, delay.packageId);
  return (
    checkEstimate(order, delay, at) ??
    checkLater(delay, previousEstimate) ??
    checkOffer(delay, role) ?? [{ type: 'DeliveryDelayed', at, data: { ...delay, previousEstimate } }]
  );
}

const checkLater = ({ newEstimate }: Delay, previous: string | undefined): Refusal | undefined =>
  previous !== undefined && newEstimate < previous
    ? refuse(
        'estimate-not-later',
        `It was expected by ${previous}; an earlier day is no delay but a change of the estimate.`,
        '/newEstimate',
      )
    : undefined;

function checkOffer({ offer }: Delay, role: DecisionContext['role']): Refusal | undefined {
  if (offer === undefined) return undefined;
  if (role === 'carrier')
    return refuse('role-not-allowed', 'What is offered for a delay is up to the seller.', '/offer');
  const { kind, amount, code } = offer;
  if (kind === 'voucher')
    return amount !== undefined && isAmount(amount) && amount > 0
      ? undefined
      : refuse('bad-offer', 'A voucher needs an amount above zero, in minor units.', '/offer/amount');
  return amount === undefined && code === undefined
    ? undefined
    : refuse('bad-offer', 'Faster shipping has neither amount nor code.', '/offer');
}

type Delay = Omit<ReportDelay, 'type'>;
