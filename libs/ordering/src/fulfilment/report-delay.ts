import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { checkReason, faultOf } from '../reasons.js';
import { type Refusal, refuse, roleNotAllowed } from '../refusal.js';
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
    checkReason('delay', delay.cause, role, '/cause') ??
    checkEstimate(order, delay, at) ??
    checkLater(delay, previousEstimate) ??
    checkOffer(delay, role) ?? [
      {
        type: 'DeliveryDelayed',
        at,
        data: { ...delay, fault: faultOf('delay', delay.cause, role), previousEstimate },
      },
    ]
  );
}

const checkLater = ({ newEstimate }: Delay, previous: string | undefined): Refusal | undefined =>
  previous !== undefined && newEstimate < previous
    ? refuse('estimate-not-later', { day: { day: previous } }, '/newEstimate')
    : undefined;

function checkOffer({ offer }: Delay, role: DecisionContext['role']): Refusal | undefined {
  if (offer === undefined) return undefined;
  if (role === 'carrier') return roleNotAllowed(['seller', 'platform'], '/offer');
  const { kind, amount, code } = offer;
  if (kind === 'voucher')
    return amount !== undefined && isAmount(amount) && amount > 0
      ? undefined
      : refuse('bad-offer', { kind }, '/offer/amount');
  return amount === undefined && code === undefined ? undefined : refuse('bad-offer', { kind }, '/offer');
}

type Delay = Omit<ReportDelay, 'type'>;
