import { Counter } from 'prom-client';
import { type Engines } from '@app/engines';
import { readCheckpoint } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { type Metrics } from '@app/platform';
import { followerOf } from '@app/reservations';

/** How far reservations are settled, for Prometheus. */
export class ReservationMetrics {
  private readonly unread: Counter;

  constructor({ database, orderLog }: Engines, metrics: Metrics) {
    this.unread = new Counter({
      name: 'reservations_unsettled_total',
      help: 'Times that an order could not be read: it keeps what it holds, until it can be.',
      registers: [metrics.registry],
    });
    metrics.readAtScrape(
      {
        reservation_lag_events:
          'Events of orders that reservations were not settled with, counted up to 1000.',
        reservation_lag_seconds: 'Time since the oldest of them was recorded; 0 where there is none.',
      },
      async () => {
        const { position } = await readCheckpoint(database.pool, followerOf(orderStreamPrefix));
        const { events, seconds } = await orderLog.lagBehind(position);
        return { reservation_lag_events: events, reservation_lag_seconds: seconds };
      },
    );
  }

  unsettled(): void {
    this.unread.inc();
  }
}
