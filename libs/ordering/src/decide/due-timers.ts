import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { provided } from '../fulfilment/provided.js';
import { unpacked } from '../fulfilment/unpacked.js';
import { type Order } from '../order.js';
import { runningTimers, timerTable } from '../timer-table.js';
import { type DecisionContext } from './decision.js';

/** The events of all timers that fell due by now, one after the other, each naming its timer. */
export function dueTimers(
  order: Order,
  context: Pick<DecisionContext, 'at' | 'commandId' | 'missing'>,
): OrderEvent[] {
  const [timer] = runningTimers(order);
  if (timer === undefined || Date.parse(timer.dueAt) > Date.parse(context.at)) return [];
  const fired = timerTable[timer.timer].fire(order, timer, context);
  const after = fired.reduce(evolve, order);
  // The goods follow at once, so that neither the next timer nor the command sees them where they are no more.
  const events = [...fired, ...unpacked(after, context.at), ...provided(after, context.at)];
  return [...events, ...dueTimers(events.reduce(evolve, order), context)];
}
