import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type ShipReturn } from './commands.js';
import { findReturn, hasReturn } from './find-return.js';
import { returnLife } from './return-life.js';

export const shipReturn: CommandRules<ShipReturn> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasReturn('ReturnShipped'),
  decide: (order, { type: _, ...data }, { at }) =>
    checkCase(returnLife, findReturn(order, data.returnId), 'ReturnShipped', ['return', data.returnId]) ?? [
      { type: 'ReturnShipped', at, data },
    ],
};
