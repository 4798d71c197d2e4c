import { returnCases } from '../cases/case-kinds.js';
import { checkCase, hasCase } from '../cases/find-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type WithdrawReturn } from './commands.js';

export const withdrawReturnRules: CommandRules<WithdrawReturn> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasCase(returnCases, 'ReturnWithdrawn'),
  decide: (order, { returnId }, { at }) =>
    checkCase(returnCases, order, returnId, 'ReturnWithdrawn') ?? [
      { type: 'ReturnWithdrawn', at, data: { returnId } },
    ],
};
