import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type CorrectPackage } from './commands.js';
import { findPackage } from './package-on-its-way.js';
import { oncePacked } from './status-rules.js';

export const correctPackageRules: CommandRules<CorrectPackage> = {
  roles: ['seller', 'platform', 'service'],
  in: oncePacked,
  actsOn: (order) => order.packages.length > 0,
  decide,
};

/** What stands there already is accepted, and nothing is recorded. */
function decide(
  order: Order,
  { packageId, ...said }: CorrectPackage,
  { at }: DecisionContext,
): DecisionResult {
  const previous = findPackage(order, packageId);
  if ('code' in previous) return previous;
  const { carrier = previous.carrier, trackingNumber = previous.trackingNumber } = said;
  return carrier === previous.carrier && trackingNumber === previous.trackingNumber
    ? []
    : [
        {
          type: 'PackageCorrected',
          at,
          data: {
            packageId,
            carrier,
            trackingNumber,
            previous: { carrier: previous.carrier, trackingNumber: previous.trackingNumber },
          },
        },
      ];
}
