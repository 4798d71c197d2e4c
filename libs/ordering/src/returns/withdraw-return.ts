import { checkCase } from '../cases/check-case.js';
import { onceShipped } from '../cases/status-rules.js';
import { type CommandRules } from '../command-rules.js';
import { type WithdrawReturn } from './commands.js';
import { findReturn, hasReturn } from './find-return.js';
import { returnLife } from './return-life.js';

export const withdrawReturn: CommandRules<WithdrawReturn> = {
  roles: ['buyer', 'service'],
  in: onceShipped('unknown-return'),
  actsOn: hasReturn('ReturnWithdrawn'),
  decide: (order, { returnId }, { at }) =>
    checkCase(returnLife, findReturn(order, returnId), 'ReturnWithdrawn', ['return', returnId]) ?? [
      { type: 'ReturnWithdrawn', at, data: { returnId } },
    ],
};
