import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { type Readings, ScrapedGauges } from './scraped-gauges.js';

/** The process's metrics in Prometheus' terms; libraries and apps register their own in `registry`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly scraped = new ScrapedGauges(this.registry);
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to its answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observeRequest(labels: { method: string; route: string; status: number }, milliseconds: number): void {
    this.requests.observe(labels, milliseconds / 1000);
  }

  /**
   * Adds gauges, given with their meanings, that `read` is asked for at each scrape. While it fails or takes
   * longer than two seconds, they have no value, and `metrics_unread_total` counts; the scrape itself goes on.
   */
  readAtScrape<Name extends string>(
    gauges: Readonly<Record<Name, string>>,
    read: () => Promise<Readings<Name>>,
    labelNames: readonly string[] = [],
  ): void {
    this.scraped.add(gauges, read, labelNames);
  }
}
