import { type CommandRules } from '../command-rules.js';
import { allowedCommands, commandTable, roleRefusal } from '../command-table.js';
import { type ExistingOrderCommand, type OrderCommand } from '../commands.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { decidePlacement } from '../placement/create.js';
import { type Refusal, refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { unpaidRefusal } from '../stock/unpaid-limit.js';
import { consequenceEvents } from './consequences.js';
import { type Decision, type DecisionContext, type DecisionResult, isRefusal } from './decision.js';
import { dueTimerEvents } from './due-timers.js';

/**
 * What a command makes of an order: the events to append, or a refusal that appends nothing. Timers that fell
 * due before it fire first, so that no command acts on an order whose time is over.
 */
export function decide(order: Order | undefined, command: OrderCommand, context: DecisionContext): Decision {
  const fired = order !== undefined && !context.isHistory ? dueTimerEvents(order, context) : [];
  const current = fired.reduce(evolve, order);
  const result =
    command.type === 'fire-timers' && fired.length > 0 && context.role === 'timer'
      ? []
      : applyRules(current, command, context);
  if (isRefusal(result)) return { kind: 'refused', refusal: withFacts(result, order, context) };

  const after = result.reduce(evolve, current);
  const tooMany = after && !context.isHistory ? unpaidRefusal(command, after) : undefined;
  if (tooMany !== undefined) return { kind: 'refused', refusal: withFacts(tooMany, order, context) };
  const followUps = after === undefined ? [] : consequenceEvents(after, command, context);
  return { kind: 'accepted', events: [...fired, ...result, ...followUps] };
}

function applyRules(
  order: Order | undefined,
  command: OrderCommand,
  context: DecisionContext,
): DecisionResult {
  const notForRole = roleRefusal(command.type, context.role);
  if (notForRole !== undefined) return notForRole;
  if (command.type === 'create')
    return order === undefined ? decidePlacement(command, context) : refuse('order-already-exists');
  if (order === undefined) return refuse('order-not-found');
  if (command.type === 'fire-timers') return refuse('nothing-due');

  const rules = rulesOf(command);
  const inStatus = rules.in[statusOf(order)];
  return 'refused' in inStatus ? refuse(inStatus.refused) : rules.decide(order, command, context);
}

/** The table has the rules of each command under its own type. */
const rulesOf = (command: ExistingOrderCommand): CommandRules<ExistingOrderCommand> =>
  commandTable[command.type] as CommandRules<ExistingOrderCommand>;

/** A refusal says what the order is and what may be done with it instead. */
const withFacts = (refusal: Refusal, order: Order | undefined, { role }: DecisionContext): Refusal =>
  order === undefined
    ? refusal
    : { ...refusal, status: statusOf(order), allowedCommands: allowedCommands(order, role) };
