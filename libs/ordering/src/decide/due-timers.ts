import { type OrderEvent } from '../events.js';
import { evolve } from '../evolve.js';
import { type Order } from '../order.js';
import { everyUnit, live } from '../quantities.js';
import { runningTimer, type Timer } from '../timers.js';
import { type DecisionContext } from './decision.js';

/** The events of all timers that fell due by now, one after the other, each naming its timer. */
export function dueTimers(order: Order, context: Pick<DecisionContext, 'at' | 'commandId'>): OrderEvent[] {
  const timer = runningTimer(order);
  if (timer === undefined || Date.parse(timer.dueAt) > Date.parse(context.at)) return [];
  const event = fire(order, timer, context);
  return [event, ...dueTimers(evolve(order, event), context)];
}

function fire(
  order: Order,
  timer: Timer,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): OrderEvent {
  switch (timer.timer) {
    case 'unpaid-expiry':
      return {
        type: 'LinesCancelled',
        at,
        data: {
          cancellationId: `${commandId}-${timer.timer}`,
          units: everyUnit(order, live),
          reason: 'unpaid',
          ...timer,
        },
      };
    case 'hold':
      return { type: 'HoldReleased', at, data: timer };
    case 'auto-complete':
      return { type: 'OrderCompleted', at, data: timer };
    default:
      return timer.timer satisfies never;
  }
}
