import { Injectable } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { Metrics, Readiness, Workers } from '@app/platform';
import { publisherWork } from '@app/status-events';
import { PublisherMetrics } from './publisher.metrics.js';

/** Publishes what the event log has and the topic of status events has not. */
@Injectable()
export class StatusPublisher {
  constructor(engines: Engines, workers: Workers, metrics: Metrics, readiness: Readiness) {
    const { database, orderLog, statusLog, logIdentity } = engines;
    needEngines(readiness, engines, 'database', 'event log', 'status log');
    const published = new PublisherMetrics(orderLog, metrics);
    workers.add(
      publisherWork({
        pool: database.pool,
        orderLog,
        statusLog,
        verifyLog: () => logIdentity.claim(),
        onProgress: (progress) => published.report(progress),
        onStop: () => published.stopped(),
      }),
    );
  }
}
