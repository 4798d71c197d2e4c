import { returnCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type ShipReturn } from './commands.js';

export const shipReturnRules: CommandRules<ShipReturn> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnShipped'),
  decide: (order, { type: _, ...data }, { at }) =>
    checkCase(returnCases, order, data.returnId, 'ReturnShipped') ?? [{ type: 'ReturnShipped', at, data }],
};
