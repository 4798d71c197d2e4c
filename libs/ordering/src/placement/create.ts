import { totalsOf } from '../amounts.js';
import { checkAddress } from '../decide/check-address.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount, isCurrency } from '../money.js';
import { type Refusal, refuse } from '../refusal.js';
import { type CreateOrder } from './commands.js';

export function decidePlacement(
  { type: _, ...order }: CreateOrder,
  context: DecisionContext,
): DecisionResult {
  const { at, policy, stocked = [] } = context;
  return (
    checkLines(order) ??
    checkMoney(order) ??
    checkPayment(order) ??
    checkAddress(order.shippingAddress, '/shippingAddress') ?? [
      { type: 'OrderPlaced', at, data: { ...order, policy, ...(stocked.length > 0 ? { stocked } : {}) } },
    ]
  );
}

type Order = Omit<CreateOrder, 'type'>;

function checkLines({ lines }: Order): Refusal | undefined {
  if (lines.length === 0) return refuse('no-lines', 'An order needs at least one line.', '/lines');
  for (const [index, line] of lines.entries()) {
    if (lines.findIndex((other) => other.lineId === line.lineId) !== index)
      return refuse('duplicate-line', `Line ${line.lineId} stands twice.`, `/lines/${index}/lineId`);
    if (!Number.isSafeInteger(line.quantity) || line.quantity < 1)
      return refuse('bad-quantity', 'A quantity is a whole number, at least 1.', `/lines/${index}/quantity`);
  }
  return undefined;
}

/** Cash is collected where a package is handed over. */
function checkPayment({ paymentMethod, lines }: Order): Refusal | undefined {
  return paymentMethod === 'cash-on-delivery' && lines.some((line) => line.needsShipping === false)
    ? refuse(
        'cash-needs-delivery',
        'Goods that need no shipping cannot be paid on delivery.',
        '/paymentMethod',
      )
    : undefined;
}

function checkMoney(order: Order): Refusal | undefined {
  if (!isCurrency(order.currency))
    return refuse('unknown-currency', `${order.currency} is no ISO 4217 currency.`, '/currency');

  const amounts: [pointer: string, amount: number][] = [
    ...order.lines.map((line, i): [string, number] => [`/lines/${i}/unitPrice`, line.unitPrice]),
    ['/shippingFee', order.shippingFee],
    ...order.fees.map((fee, i): [string, number] => [`/fees/${i}/amount`, fee.amount]),
    ...order.discounts.map((discount, i): [string, number] => [`/discounts/${i}/amount`, discount.amount]),
    ['/total', order.total],
  ];
  const bad = amounts.find(([, amount]) => !isAmount(amount));
  if (bad !== undefined)
    return refuse('bad-money', 'An amount is a whole number of minor units, not below zero.', bad[0]);

  const { goods, discounts, total } = totalsOf(order);
  if (!isAmount(total) || !isAmount(goods))
    return refuse('bad-money', 'The amounts add up to more than can be counted exactly.', '/total');
  if (discounts > goods)
    return refuse('totals-mismatch', `Discounts of ${discounts} exceed goods of ${goods}.`, '/discounts');
  if (total !== order.total)
    return refuse('totals-mismatch', `The parts add up to ${total}, not to ${order.total}.`, '/total');
  return undefined;
}
