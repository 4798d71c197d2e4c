import { Counter, Gauge, type Registry } from 'prom-client';
import { type ProjectorProgress } from '@app/read-models';

/** How the projection stands, for Prometheus. While another process projects, its metrics tell and not these. */
export class ProjectorMetrics {
  private readonly events: Counter;
  private readonly position: Gauge;
  private readonly caughtUp: Gauge;
  private readonly parked: Gauge;

  constructor(registry: Registry) {
    const registers = [registry];
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
      help: 'Orders that cannot be projected; the table projection_failures says why.',
      registers,
    });
  }

  report({ position, events, caughtUp, parked }: ProjectorProgress): void {
    this.events.inc(events);
    this.position.set(Number(position));
    this.caughtUp.set(caughtUp ? 1 : 0);
    this.parked.set(parked);
  }
}
