import { type CommandRules, no, to } from '../command-rules.js';
import { type ExistingOrderCommand } from '../commands.js';
import { type PlainRefusalCode } from '../refusal.js';

type InStatus = CommandRules<ExistingOrderCommand>['in'];

/** For what concerns goods that were sent: returns and claims. */
export const onceShipped = (before: PlainRefusalCode): InStatus => ({
  AwaitingPayment: no(before),
  OnHold: no(before),
  AwaitingConfirmation: no(before),
  Confirmed: no(before),
  ShipmentArranged: no(before),
  PartiallyShipped: to('PartiallyShipped'),
  InTransit: to('InTransit', 'Delivered', 'Cancelled'),
  Delivered: to('Delivered', 'Completed'),
  Completed: to('Completed'),
  Cancelled: no(before),
});

/** For what providers say of money: it is recorded wherever the order stands, and changes no status. */
export const inEveryStatus: InStatus = {
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

/** For refunds: they go on also after a cancellation. */
export const oncePaid = (before: PlainRefusalCode): InStatus => ({
  ...inEveryStatus,
  AwaitingPayment: no(before),
});
