import { packageCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { type CommandRules } from '../command-rules.js';
import { checkUnits } from '../decide/check-units.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type LineState, type Order } from '../order.js';
import { unitsOf } from '../quantities.js';
import { type ReceiveBack } from './commands.js';
import { givenUpEvents } from './given-up-events.js';
import { packageOnItsWay } from './package-on-its-way.js';
import { onceSent } from './status-rules.js';

/** Also where nobody had said that the package turned back. */
export const receiveBackRules: CommandRules<ReceiveBack> = {
  roles: ['seller', 'platform', 'service'],
  in: onceSent,
  actsOn: hasCase(packageCases, 'PackageReceivedBack'),
  decide,
};

function decide(order: Order, { packageId, sellable }: ReceiveBack, { at }: DecisionContext): DecisionResult {
  const parcel = packageOnItsWay(order, packageId);
  if ('code' in parcel) return parcel;
  const { units } = parcel;
  const packed = (line: LineState): number => unitsOf(units, line.lineId);
  return (
    (sellable?.length ? checkUnits(order, sellable, packed, '/sellable') : undefined) ??
    checkCase(packageCases, order, packageId, 'PackageReceivedBack') ??
    givenUpEvents(order, {
      type: 'PackageReceivedBack',
      at,
      data: { packageId, sellable: sellable ?? units },
    })
  );
}
