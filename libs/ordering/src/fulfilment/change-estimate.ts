import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type ChangeEstimate } from './commands.js';
import { checkEstimate, estimateOf, untilDelivered } from './estimates.js';
import { isAwaited } from './lost-packages.js';

export const changeEstimateRules: CommandRules<ChangeEstimate> = {
  roles: ['seller', 'carrier', 'platform', 'service'],
  in: untilDelivered,
  decide,
};

/** An estimate that says what is known already is accepted, and nothing is recorded. */
function decide(
  order: Order,
  { type: _, ...change }: ChangeEstimate,
  { at }: DecisionContext,
): DecisionResult {
  const refusal = checkEstimate(order, change, at);
  if (refusal !== undefined) return refusal;
  const { packageId, newEstimate } = change;
  const previousEstimate = estimateOf(order, packageId);
  if (isKnown(order, change)) return [];
  return [{ type: 'DeliveryEstimateChanged', at, data: { packageId, newEstimate, previousEstimate } }];
}

function isKnown(order: Order, { packageId, newEstimate }: Omit<ChangeEstimate, 'type'>): boolean {
  if (packageId !== undefined) return estimateOf(order, packageId) === newEstimate;
  const underway = order.packages.filter(isAwaited);
  return [order, ...underway].every(({ estimatedDelivery }) => estimatedDelivery === newEstimate);
}
