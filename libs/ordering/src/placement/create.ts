import { totalsOf } from '../amounts.js';
import { checkAddress } from '../decide/check-address.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { totalsMismatch } from '../decide/totals-mismatch.js';
import { isAmount, isCurrency } from '../money.js';
import { type OrderPolicy } from '../policy.js';
import { termsBehind } from '../prices/reprice.js';
import { type Refusal, refuse } from '../refusal.js';
import { type CreateOrder } from './commands.js';

export function decidePlacement(
  { type: _, ...order }: CreateOrder,
  context: DecisionContext,
): DecisionResult {
  const { at, policy, stocked = [], priceTerms } = context;
  return (
    checkLines(order) ??
    checkMoney(order) ??
    checkPayment(order) ??
    checkAddress(order.shippingAddress, '/shippingAddress') ?? [
      {
        type: 'OrderPlaced',
        at,
        data: {
          ...order,
          policy: withUnreturnable(policy, order),
          ...(stocked.length > 0 ? { stocked } : {}),
          ...(priceTerms === undefined ? {} : { priceTerms: termsBehind(order, priceTerms) }),
        },
      },
    ]
  );
}

type Order = Omit<CreateOrder, 'type'>;

/** What was sold as not to be sent back is so in the policy that the order is placed under. */
function withUnreturnable(policy: OrderPolicy, { lines }: Order): OrderPolicy {
  const products = lines.filter(({ returnable }) => returnable === false).map(({ productId }) => productId);
  return products.length === 0
    ? policy
    : { ...policy, nonReturnableProducts: [...new Set([...policy.nonReturnableProducts, ...products])] };
}

function checkLines({ lines }: Order): Refusal | undefined {
  if (lines.length === 0) return refuse('no-lines', {}, '/lines');
  for (const [index, { lineId, quantity }] of lines.entries()) {
    if (lines.findIndex((other) => other.lineId === lineId) !== index)
      return refuse('duplicate-line', { lineId }, `/lines/${index}/lineId`);
    if (!Number.isSafeInteger(quantity) || quantity < 1)
      return refuse('bad-quantity', {}, `/lines/${index}/quantity`);
  }
  return undefined;
}

/** Cash is collected where a package is handed over. */
function checkPayment({ paymentMethod, lines }: Order): Refusal | undefined {
  return paymentMethod === 'cash-on-delivery' && lines.some((line) => line.needsShipping === false)
    ? refuse('cash-needs-delivery', {}, '/paymentMethod')
    : undefined;
}

function checkMoney(order: Order): Refusal | undefined {
  const { currency } = order;
  if (!isCurrency(currency)) return refuse('unknown-currency', { currency }, '/currency');

  const amounts: [pointer: string, amount: number][] = [
    ...order.lines.map((line, i): [string, number] => [`/lines/${i}/unitPrice`, line.unitPrice]),
    ['/shippingFee', order.shippingFee],
    ...order.fees.map((fee, i): [string, number] => [`/fees/${i}/amount`, fee.amount]),
    ...order.discounts.map((discount, i): [string, number] => [`/discounts/${i}/amount`, discount.amount]),
    ['/total', order.total],
  ];
  const bad = amounts.find(([, amount]) => !isAmount(amount));
  if (bad !== undefined) return refuse('bad-money', { fault: 'negative' }, bad[0]);

  const { goods, discounts, total } = totalsOf(order);
  if (!isAmount(total) || !isAmount(goods)) return refuse('bad-money', { fault: 'sum' }, '/total');
  if (discounts > goods) return totalsMismatch('discounts', [discounts, goods], currency, '/discounts');
  if (total !== order.total) return totalsMismatch('total', [order.total, total], currency, '/total');
  return undefined;
}
