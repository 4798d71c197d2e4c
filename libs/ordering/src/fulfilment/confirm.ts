import { type CommandRules, no, to } from '../command-rules.js';
import { refuseMissing } from '../stock/missing.js';
import { type ConfirmOrder } from './commands.js';

export const confirmRules: CommandRules<ConfirmOrder> = {
  roles: ['seller', 'service'],
  in: {
    AwaitingPayment: no('order-not-paid'),
    OnHold: no('order-on-hold'),
    AwaitingConfirmation: to('Confirmed', 'Delivered'),
    Confirmed: no('order-already-confirmed'),
    ShipmentArranged: no('order-already-confirmed'),
    PartiallyShipped: no('order-already-confirmed'),
    InTransit: no('order-already-confirmed'),
    Delivered: no('order-already-confirmed'),
    Completed: no('order-already-confirmed'),
    Cancelled: no('order-cancelled'),
  },
  decide: (order, _command, { at, missing = [] }) =>
    refuseMissing(order, missing) ?? [{ type: 'OrderConfirmed', at, data: {} }],
};
