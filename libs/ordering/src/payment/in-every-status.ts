import { type CommandRules, to } from '../command-rules.js';
import { type ExistingOrderCommand } from '../commands.js';

/** For what providers say of money: it is recorded wherever the order stands, and changes no status. */
export const inEveryStatus: CommandRules<ExistingOrderCommand>['in'] = {
  AwaitingPayment: to('AwaitingPayment', 'Cancelled'),
  OnHold: to('OnHold', 'AwaitingConfirmation'),
  AwaitingConfirmation: to('AwaitingConfirmation'),
  Confirmed: to('Confirmed'),
  ShipmentArranged: to('ShipmentArranged'),
  PartiallyShipped: to('PartiallyShipped'),
  InTransit: to('InTransit'),
  Delivered: to('Delivered', 'Completed'),
  Completed: to('Completed'),
  Cancelled: to('Cancelled'),
};
