import { type RequestReturn } from '../commands.js';
import { type Order } from '../order.js';
import { returnable } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { checkUnits } from './check-units.js';
import { type DecisionContext, type Ruling } from './decision.js';

export function requestReturn(order: Order, command: RequestReturn, context: DecisionContext): Ruling {
  const { type: _, ...wish } = command;
  if (order.lines.every((line) => line.delivered === 0))
    return refuse('order-not-delivered', 'Nothing of this order has been delivered yet.');
  return (
    checkWindow(order, context) ??
    checkUnits(order, command.units, returnable) ??
    checkReturnable(order, command) ?? [
      { type: 'ReturnRequested', at: context.at, data: { returnId: context.commandId, ...wish } },
    ]
  );
}

const day = 86_400_000;

/** The window runs from the day on which the whole order had arrived. */
function checkWindow({ deliveredAt, policy }: Order, { at }: DecisionContext): Refusal | undefined {
  if (deliveredAt === undefined) return undefined;
  const closes = Date.parse(deliveredAt) + policy.returnWindowDays * day;
  return Date.parse(at) > closes
    ? refuse('return-window-over', `Returns were possible until ${new Date(closes).toISOString()}.`)
    : undefined;
}

function checkReturnable(order: Order, { units }: RequestReturn): Refusal | undefined {
  const index = units.findIndex(({ lineId }) => {
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    return line !== undefined && order.policy.nonReturnableProducts.includes(line.productId);
  });
  return index < 0
    ? undefined
    : refuse('goods-not-returnable', 'The seller takes no returns of this product.', `/units/${index}`);
}
