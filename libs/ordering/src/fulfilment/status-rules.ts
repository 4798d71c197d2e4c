import { type CommandRules, no, to } from '../command-rules.js';
import { type ExistingOrderCommand } from '../commands.js';

type InStatus = CommandRules<ExistingOrderCommand>['in'];

/** For what is said of a package, from its packing on, whatever became of the order. */
export const oncePacked: InStatus = {
  AwaitingPayment: no('order-not-shipped'),
  OnHold: no('order-not-shipped'),
  AwaitingConfirmation: no('order-not-shipped'),
  Confirmed: no('order-not-shipped'),
  ShipmentArranged: to('ShipmentArranged'),
  PartiallyShipped: to('PartiallyShipped'),
  InTransit: to('InTransit'),
  Delivered: to('Delivered', 'Completed'),
  Completed: to('Completed'),
  Cancelled: to('Cancelled'),
};

/** For what ends the way of a package without the buyer having it. */
export const onceSent: InStatus = {
  ...oncePacked,
  ShipmentArranged: no('order-not-shipped'),
  InTransit: to('InTransit', 'Delivered', 'Cancelled'),
};
