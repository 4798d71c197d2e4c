import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { runningTimers, timerTable } from '../timer-table.js';
import { type DecisionContext } from './decision.js';

/** The events of all timers that fell due by now, one after the other, each naming its timer. */
export function dueTimers(order: Order, context: Pick<DecisionContext, 'at' | 'commandId'>): OrderEvent[] {
  const [timer] = runningTimers(order);
  if (timer === undefined || Date.parse(timer.dueAt) > Date.parse(context.at)) return [];
  const events = timerTable[timer.timer].fire(order, timer, context);
  return [...events, ...dueTimers(events.reduce(evolve, order), context)];
}
