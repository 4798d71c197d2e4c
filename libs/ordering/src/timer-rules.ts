import { type DecisionContext } from './decide/decision.js';
import { type OrderEvent } from './events.js';
import { type Order } from './order.js';
import { type Timer } from './timers.js';

/** When a timer runs, and what happens when it has run out. */
export interface TimerRules {
  readonly running: (order: Order) => readonly Omit<Timer, 'timer'>[];
  readonly fire: (
    order: Order,
    timer: Timer,
    context: Pick<DecisionContext, 'at' | 'commandId' | 'missing'>,
  ) => readonly OrderEvent[];
}
