import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { runningTimers, timerTable } from '../timer-table.js';
import { automaticEvents } from './automatic-events.js';
import { type DecisionContext } from './decision.js';

/** The events of all timers that fell due by now, one after the other, each naming its timer. */
export function dueTimerEvents(
  order: Order,
  context: Pick<DecisionContext, 'at' | 'commandId' | 'missing'>,
): OrderEvent[] {
  const [timer] = runningTimers(order);
  if (timer === undefined || Date.parse(timer.dueAt) > Date.parse(context.at)) return [];
  const fired = timerTable[timer.timer].fire(order, timer, context);
  // Changes and goods follow at once, so that neither the next timer nor the command sees what is no more.
  const events = [...fired, ...automaticEvents(fired.reduce(evolve, order), context.at)];
  return [...events, ...dueTimerEvents(events.reduce(evolve, order), context)];
}
