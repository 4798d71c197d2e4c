import { returnCases } from '../cases/case-kinds.js';
import { checkCase, findCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type TrackReturn } from './commands.js';
import { scanKey } from './evolve.js';

export const trackReturnRules: CommandRules<TrackReturn> = {
  roles: ['carrier', 'platform', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnScanned'),
  decide,
};

/** A scan may come late and out of order, and is kept; one that is known changes nothing. */
function decide(order: Order, { type: _, ...data }: TrackReturn, { at }: DecisionContext): DecisionResult {
  const found = findCase(returnCases, order, data.returnId);
  if (found?.scans?.includes(scanKey(data))) return [];
  return (
    checkCase(returnCases, order, data.returnId, 'ReturnScanned') ?? [{ type: 'ReturnScanned', at, data }]
  );
}
