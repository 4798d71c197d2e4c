import { type CommandRules, no, to } from '../command-rules.js';
import { checkUnits } from '../decide/check-units.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { returnable } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { type RequestReturn } from './commands.js';

export const requestReturn: CommandRules<RequestReturn> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('order-not-delivered'),
    OnHold: no('order-not-delivered'),
    AwaitingConfirmation: no('order-not-delivered'),
    Confirmed: no('order-not-delivered'),
    ShipmentArranged: no('order-not-delivered'),
    PartiallyShipped: to('PartiallyShipped'),
    InTransit: to('InTransit'),
    Delivered: to('Delivered', 'Completed'),
    Completed: to('Completed'),
    Cancelled: no('order-cancelled'),
  },
  actsOn: (order) => order.lines.some((line) => returnable(line) > 0),
  decide,
};

function decide(order: Order, command: RequestReturn, context: DecisionContext): Ruling {
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
