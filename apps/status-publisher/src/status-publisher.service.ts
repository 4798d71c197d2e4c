import { Injectable } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { BackgroundWork, Metrics, Readiness } from '@app/platform';
import { runPublisher } from '@app/status-events';
import { PublisherMetrics } from './publisher.metrics.js';

/** Publishes what the event log has and the topic of status events has not. */
@Injectable()
export class StatusPublisher extends BackgroundWork {
  private readonly metrics: PublisherMetrics;

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
    readiness: Readiness,
  ) {
    super();
    needEngines(readiness, this.engines, 'database', 'event log', 'status log');
    this.metrics = new PublisherMetrics(engines.orderLog, metrics);
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, orderLog, statusLog, logIdentity } = this.engines;
    return runPublisher({
      pool: database.pool,
      orderLog,
      statusLog,
      verifyLog: () => logIdentity.claim(),
      onTrouble: this.tellTrouble,
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress: (progress) => this.metrics.report(progress),
      onStop: () => this.metrics.stopped(),
    });
  }
}
