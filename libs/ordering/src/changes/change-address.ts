import { type CommandRules } from '../command-rules.js';
import { checkAddress } from '../decide/check-address.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type Address } from '../order-terms.js';
import { refuse } from '../refusal.js';
import { checkNew, mayChangeAtOnce, untilArranged } from './change-rules.js';
import { type ChangeAddress } from './commands.js';

export const changeAddressRules: CommandRules<ChangeAddress> = {
  roles: ['buyer', 'service'],
  in: untilArranged,
  actsOn: (order) => order.openChanges.every(({ kind }) => kind !== 'address'),
  decide,
};

function decide(order: Order, command: ChangeAddress, context: DecisionContext): DecisionResult {
  const { at, commandId } = context;
  const { changeId = commandId, shippingAddress: after } = command;
  const before = order.shippingAddress;
  const refusal = checkNew(order, 'address', changeId) ?? checkAddress(after, '/shippingAddress');
  if (refusal !== undefined) return refusal;
  if (isSame(before, after)) return refuse('nothing-changes', {}, '/shippingAddress');
  const type = mayChangeAtOnce(order, context) ? 'AddressChangeApplied' : 'AddressChangeRequested';
  return [{ type, at, data: { changeId, before, after } }];
}

const fields = ['recipient', 'phone', 'street', 'city', 'region', 'postalCode', 'country'] as const;

const isSame = (one: Address, other: Address): boolean =>
  fields.every((field) => one[field] === other[field]);
