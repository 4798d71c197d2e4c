import { Counter } from 'prom-client';
import { type Engines } from '@app/engines';
import { type TimerName } from '@app/ordering';
import { type Metrics } from '@app/platform';
import { dueDeadlines } from '@app/read-models';
import { type Clock } from './clock.js';

/** Whether deadlines are kept. */
export class DeadlineMetrics {
  private readonly firings: Counter<'timer'>;

  constructor({ database }: Engines, clock: Clock, metrics: Metrics) {
    this.firings = new Counter({
      name: 'deadlines_fired_total',
      help: 'Deadlines that were fired, by timer.',
      labelNames: ['timer'],
      registers: [metrics.registry],
    });
    metrics.readAtScrape(
      {
        deadlines_due: 'Deadlines that are over and have not fired.',
        deadlines_oldest_due_seconds: 'Time since the oldest of them was over; 0 where there is none.',
      },
      async () => {
        const now = clock.now();
        const { count, oldest } = await dueDeadlines(database.pool, now.toISOString());
        const seconds = oldest === null ? 0 : (now.getTime() - Date.parse(oldest)) / 1000;
        return { deadlines_due: count, deadlines_oldest_due_seconds: seconds };
      },
    );
  }

  fired(timer: TimerName): void {
    this.firings.inc({ timer });
  }
}
