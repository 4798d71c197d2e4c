import { Counter, Gauge } from 'prom-client';
import { type Engines } from '@app/engines';
import { readCheckpoint } from '@app/followers';
import { type Metrics } from '@app/platform';
import { projector, type ProjectorProgress } from '@app/read-models';

/** How the projection stands, for Prometheus. While another process projects, only the lag tells of it here. */
export class ProjectorMetrics {
  private readonly events: Counter;
  private readonly position: Gauge;
  private readonly caughtUp: Gauge;
  private readonly parked: Gauge;

  constructor({ database, orderLog }: Engines, metrics: Metrics) {
    const registers = [metrics.registry];
    this.events = new Counter({
      name: 'projected_events_total',
      help: 'Events that were brought into the read models.',
      registers,
    });
    this.position = new Gauge({
      name: 'projection_position',
      help: 'Place in the event log up to which the read models are.',
      registers,
    });
    this.caughtUp = new Gauge({
      name: 'projection_caught_up',
      help: '1 where the end of the event log was reached, 0 where more is known to follow.',
      registers,
    });
    this.parked = new Gauge({
      name: 'projection_parked_orders',
      help: 'Orders that cannot be projected; the table parked_streams says why.',
      registers,
    });
    metrics.readAtScrape(
      {
        projection_lag_events: 'Events in the log that are not in the read models, counted up to 1000.',
        projection_lag_seconds: 'Time since the oldest of them was recorded; 0 where there is none.',
      },
      async () => {
        const { events, seconds } = await orderLog.lagBehind(
          (await readCheckpoint(database.pool, projector)).position,
        );
        return { projection_lag_events: events, projection_lag_seconds: seconds };
      },
    );
  }

  report({ position, events, caughtUp, parked }: ProjectorProgress): void {
    this.events.inc(events);
    if (position !== undefined) this.position.set(Number(position.commit));
    this.caughtUp.set(caughtUp ? 1 : 0);
    this.parked.set(parked);
  }
}
