import { type CancellationCommand } from './cancellation/commands.js';
import { type ChangesCommand } from './changes/commands.js';
import { type ClaimsCommand } from './claims/commands.js';
import { type ConversationCommand } from './conversation/commands.js';
import { type FulfilmentCommand } from './fulfilment/commands.js';
import { type PaymentCommand } from './payment/commands.js';
import { type CreateOrder } from './placement/commands.js';
import { type RefundsCommand } from './refunds/commands.js';
import { type ReturnsCommand } from './returns/commands.js';

export * from './cancellation/commands.js';
export * from './changes/commands.js';
export * from './claims/commands.js';
export * from './conversation/commands.js';
export * from './fulfilment/commands.js';
export * from './payment/commands.js';
export * from './placement/commands.js';
export * from './refunds/commands.js';
export * from './returns/commands.js';

/** What can be asked of an order that exists. */
export type ExistingOrderCommand =
  | PaymentCommand
  | FulfilmentCommand
  | CancellationCommand
  | ChangesCommand
  | ReturnsCommand
  | ClaimsCommand
  | RefundsCommand
  | ConversationCommand;

/** The system finds that a timer of the order has run out. What the timer says happens, and nothing else. */
export interface FireTimers {
  readonly type: 'fire-timers';
}

export type OrderCommand = CreateOrder | ExistingOrderCommand | FireTimers;
/** What can be asked for from outside. */
export type CommandType = Exclude<OrderCommand, FireTimers>['type'];
export type ExistingCommandType = ExistingOrderCommand['type'];
