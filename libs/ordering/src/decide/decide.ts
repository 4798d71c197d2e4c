import { type ExistingOrderCommand, type OrderCommand } from '../commands.js';
import { evolve } from '../evolve.js';
import { allowedCommands, lifecycle, roleRefusal } from '../lifecycle.js';
import { type Order } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { statusOf } from '../status.js';
import { answerCancellation } from './answer-cancellation.js';
import { cancel } from './cancel.js';
import { confirm } from './confirm.js';
import { confirmReceipt } from './confirm-receipt.js';
import { consequences } from './consequences.js';
import { create } from './create.js';
import { type Decision, type DecisionContext, isRefusal, type Ruling } from './decision.js';
import { deliver } from './deliver.js';
import { dueTimers } from './due-timers.js';
import { pay } from './pay.js';
import { requestReturn } from './request-return.js';
import { ship } from './ship.js';
import { statusRefusal } from './status-refusal.js';

/**
 * What a command makes of an order: the events to append, or a refusal that appends nothing. Timers that fell
 * due before it fire first, so that no command acts on an order whose time is over.
 */
export function decide(order: Order | undefined, command: OrderCommand, context: DecisionContext): Decision {
  const fired = order !== undefined && context.timersFire ? dueTimers(order, context) : [];
  const current = fired.reduce(evolve, order);
  const ruling = rule(current, command, context);
  if (isRefusal(ruling)) return { kind: 'refused', refusal: withFacts(ruling, order, context) };

  const after = ruling.reduce(evolve, current);
  const followUps = after === undefined ? [] : consequences(after, command, context);
  return { kind: 'accepted', events: [...fired, ...ruling, ...followUps] };
}

function rule(order: Order | undefined, command: OrderCommand, context: DecisionContext): Ruling {
  const notForRole = roleRefusal(command.type, context.role);
  if (notForRole !== undefined) return notForRole;
  if (command.type === 'create')
    return order === undefined
      ? create(command, context)
      : refuse('order-already-exists', `Order ${order.orderId} exists already.`);
  if (order === undefined) return refuse('order-not-found', 'There is no such order.');

  const inStatus = lifecycle[statusOf(order)].commands[command.type];
  return 'refused' in inStatus
    ? statusRefusal(inStatus.refused, order)
    : ruleExisting(order, command, context);
}

function ruleExisting(order: Order, command: ExistingOrderCommand, context: DecisionContext): Ruling {
  switch (command.type) {
    case 'pay':
      return pay(order, command, context);
    case 'confirm':
      return confirm(context);
    case 'ship':
      return ship(order, command, context);
    case 'deliver':
      return deliver(order, command, context);
    case 'cancel':
      return cancel(order, command, context);
    case 'answer-cancellation':
      return answerCancellation(order, command, context);
    case 'confirm-receipt':
      return confirmReceipt(context);
    case 'request-return':
      return requestReturn(order, command, context);
    default:
      return command satisfies never;
  }
}

/** A refusal tells what the order is and what may be done with it instead. */
const withFacts = (refusal: Refusal, order: Order | undefined, { role }: DecisionContext): Refusal =>
  order === undefined
    ? refusal
    : { ...refusal, status: statusOf(order), allowedCommands: allowedCommands(order, role) };
