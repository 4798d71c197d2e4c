import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type TrackReturn } from './commands.js';
import { scanKey } from './evolve.js';
import { findReturn, hasReturn } from './find-return.js';
import { returnLife } from './return-life.js';

export const trackReturn: CommandRules<TrackReturn> = {
  roles: ['carrier', 'platform', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasReturn('ReturnScanned'),
  decide,
};

/** A scan may come late and out of order, and is kept; one that is known changes nothing. */
function decide(order: Order, { type: _, ...data }: TrackReturn, { at }: DecisionContext): Ruling {
  const found = findReturn(order, data.returnId);
  if (found?.scans?.includes(scanKey(data))) return [];
  return (
    checkCase(returnLife, found, 'ReturnScanned', ['return', data.returnId]) ?? [
      { type: 'ReturnScanned', at, data },
    ]
  );
}
