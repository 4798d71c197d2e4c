import { type CommandRules } from '../command-rules.js';
import { checkAddress } from '../decide/check-address.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { type Address } from '../order-terms.js';
import { type Refusal, refuse, roleNotAllowed } from '../refusal.js';
import { shippingPrice } from './change-events.js';
import { checkNew, mayChangeAtOnce, untilArranged, waitsForPayment } from './change-rules.js';
import { type ChangeAddress } from './commands.js';

export const changeAddressRules: CommandRules<ChangeAddress> = {
  roles: ['buyer', 'service'],
  in: untilArranged,
  actsOn: (order) => order.openChanges.every(({ kind }) => kind !== 'address'),
  decide,
};

function decide(order: Order, command: ChangeAddress, context: DecisionContext): DecisionResult {
  const { at, commandId } = context;
  const { changeId = commandId, shippingAddress: after, shippingFee } = command;
  const before = order.shippingAddress;
  const refusal =
    checkNew(order, 'address', changeId) ??
    checkAddress(after, '/shippingAddress') ??
    checkFee(order, command, context);
  if (refusal !== undefined) return refusal;
  if (isSame(before, after)) return refuse('nothing-changes', {}, '/shippingAddress');
  const type = mayChangeAtOnce(order, context) ? 'AddressChangeApplied' : 'AddressChangeRequested';
  return [{ type, at, data: { changeId, before, after, ...shippingPrice(order, shippingFee) } }];
}

/** Whether the sender may say this price of shipping, and the order can still cost it: a paid order stays paid. */
function checkFee(
  order: Order,
  { shippingFee }: ChangeAddress,
  { role }: DecisionContext,
): Refusal | undefined {
  if (shippingFee === undefined) return undefined;
  if (role !== 'service') return roleNotAllowed(['service'], '/shippingFee');
  if (!isAmount(shippingFee)) return refuse('bad-money', { fault: 'negative' }, '/shippingFee');
  const { priceDifference = 0 } = shippingPrice(order, shippingFee);
  return waitsForPayment(order, priceDifference)
    ? refuse(
        'shipping-costs-more',
        { amount: { money: priceDifference, currency: order.currency } },
        '/shippingFee',
      )
    : undefined;
}

const fields = ['recipient', 'phone', 'street', 'city', 'region', 'postalCode', 'country'] as const;

const isSame = (one: Address, other: Address): boolean =>
  fields.every((field) => one[field] === other[field]);
