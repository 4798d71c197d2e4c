import { autoComplete } from './fulfilment/auto-complete.js';
import { hold } from './fulfilment/hold.js';
import { type Order } from './order.js';
import { unpaidExpiry } from './payment/unpaid-expiry.js';
import { type TimerRules } from './timer-rules.js';
import { type Timer, type TimerName, timerNames } from './timers.js';

/** Every clock with its rules. */
export const timerTable: Readonly<Record<TimerName, TimerRules>> = {
  'unpaid-expiry': unpaidExpiry,
  hold,
  'auto-complete': autoComplete,
};

/** The clocks that run for an order now, the next one first. */
export const runningTimers = (order: Order): Timer[] =>
  timerNames
    .flatMap((timer) => timerTable[timer].running(order).map((running) => ({ timer, ...running })))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
