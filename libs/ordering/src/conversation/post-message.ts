import { type CommandRules, to } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type Order } from '../order.js';
import { refuse } from '../refusal.js';
import { mostMessages, type PostMessage } from './commands.js';
import { type Party } from './events.js';
import { checkText } from './written-text.js';

/** Whatever has become of an order, its people can talk about it, up to a number of messages. */
export const postMessageRules: CommandRules<PostMessage> = {
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
  actsOn: ({ messages }) => messages < mostMessages,
  decide,
};

function decide(
  order: Order,
  command: PostMessage,
  { at, commandId, role }: DecisionContext,
): DecisionResult {
  if (order.messages >= mostMessages) return refuse('too-many-messages', { most: mostMessages });
  const text = command.text.trim();
  const from: Party = role === 'buyer' || role === 'seller' ? role : 'platform';
  return checkText(text) ?? [{ type: 'MessagePosted', at, data: { messageId: commandId, from, text } }];
}
