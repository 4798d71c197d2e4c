import { Counter, Gauge } from 'prom-client';
import { type OrderLog } from '@app/order-log';
import { type Metrics } from '@app/platform';
import { type PublisherProgress } from '@app/status-events';

/** How far the topic of status events is behind the event log, as far as this process knows. */
export class PublisherMetrics {
  private readonly published: Counter;
  private readonly active: Gauge;
  /** Undefined as long as this process has never been the one that publishes. */
  private progress: PublisherProgress | undefined;

  constructor(orderLog: OrderLog, metrics: Metrics) {
    const registers = [metrics.registry];
    this.published = new Counter({
      name: 'status_events_published_total',
      help: 'Status events that were written to the topic.',
      registers,
    });
    this.active = new Gauge({
      name: 'publisher_active',
      help: '1 where this process is the one that publishes, 0 where it waits for its turn or has failed.',
      registers,
    });
    metrics.readAtScrape(
      {
        publisher_lag_events: 'Events in the log that are not known to be published, counted up to 1000.',
        publisher_lag_seconds: 'Time since the oldest of them was recorded; 0 where there is none.',
      },
      async () => {
        if (this.progress === undefined) return {};
        const { events, seconds } = await orderLog.lagBehind(this.progress.position);
        return { publisher_lag_events: events, publisher_lag_seconds: seconds };
      },
    );
  }

  report(progress: PublisherProgress): void {
    this.progress = progress;
    this.published.inc(progress.events);
    this.active.set(1);
  }

  stopped(): void {
    this.active.set(0);
  }
}
