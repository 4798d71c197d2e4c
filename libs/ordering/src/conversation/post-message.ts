import { type CommandRules, to } from '../command-rules.js';
import { type DecisionContext, type Ruling } from '../decide/decision.js';
import { type Order } from '../order.js';
import { type PostMessage } from './commands.js';
import { type Party } from './events.js';
import { checkText } from './written-text.js';

/** Whatever has become of an order, its people can talk about it. */
export const postMessage: CommandRules<PostMessage> = {
  roles: ['buyer', 'seller', 'platform', 'service'],
  in: {
    AwaitingPayment: to('AwaitingPayment'),
    OnHold: to('OnHold'),
    AwaitingConfirmation: to('AwaitingConfirmation'),
    Confirmed: to('Confirmed'),
    ShipmentArranged: to('ShipmentArranged'),
    PartiallyShipped: to('PartiallyShipped'),
    InTransit: to('InTransit'),
    Delivered: to('Delivered'),
    Completed: to('Completed'),
    Cancelled: to('Cancelled'),
  },
  decide,
};

function decide(_order: Order, command: PostMessage, { at, commandId, role }: DecisionContext): Ruling {
  const text = command.text.trim();
  const from: Party = role === 'buyer' || role === 'seller' ? role : 'platform';
  return checkText(text) ?? [{ type: 'MessagePosted', at, data: { messageId: commandId, from, text } }];
}
