import { type CommandRules, no, to } from '../command-rules.js';
import { type ConfirmReceipt } from './commands.js';
import { completed } from './completed.js';

export const confirmReceipt: CommandRules<ConfirmReceipt> = {
  roles: ['buyer', 'service'],
  in: {
    AwaitingPayment: no('order-not-delivered'),
    OnHold: no('order-not-delivered'),
    AwaitingConfirmation: no('order-not-delivered'),
    Confirmed: no('order-not-delivered'),
    ShipmentArranged: no('order-not-delivered'),
    PartiallyShipped: no('order-not-delivered'),
    InTransit: no('order-not-delivered'),
    Delivered: to('Completed'),
    Completed: no('order-already-completed'),
    Cancelled: no('order-cancelled'),
  },
  decide: (_order, _command, { at }) => completed(at, {}),
};
