import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { whileOpen } from './change-rules.js';
import { type WithdrawChange } from './commands.js';

export const withdrawChangeRules: CommandRules<WithdrawChange> = {
  roles: ['buyer', 'service'],
  in: whileOpen,
  actsOn: (order) => order.openChanges.length > 0,
  decide,
};

function decide(order: Order, { changeId }: WithdrawChange, { at }: DecisionContext): DecisionResult {
  const change = order.openChanges.find((open) => open.changeId === changeId);
  if (change === undefined) return refuse('unknown-change', {}, '/changeId');
  const type = change.kind === 'address' ? 'AddressChangeWithdrawn' : 'LinesChangeWithdrawn';
  return [{ type, at, data: { changeId } }];
}
