import { type Role } from './actor.js';
import { type ExistingOrderCommand } from './commands.js';
import { type DecisionContext, type DecisionResult } from './decide/decision.js';
import { type Order } from './order.js';
import { type PlainRefusalCode } from './refusal.js';
import { type OrderStatus } from './status.js';

/** Where a command can lead, or the code it is turned down with. */
export type Rule = { readonly to: readonly OrderStatus[] } | { readonly refused: PlainRefusalCode };

export const to = (...statuses: OrderStatus[]): Rule => ({ to: statuses });
export const no = (refused: PlainRefusalCode): Rule => ({ refused });

/** A command's rules: who may issue it, what it does in each status, and how it is decided where it does anything. */
export interface CommandRules<Command extends ExistingOrderCommand> {
  readonly roles: readonly Role[];
  readonly in: Readonly<Record<OrderStatus, Rule>>;
  /** Whether the order holds anything that the command could act on; always where it is missing. */
  readonly actsOn?: (order: Order) => boolean;
  /** Asked only in a status that does not refuse the command. */
  readonly decide: (order: Order, command: Command, context: DecisionContext) => DecisionResult;
}
