import { Injectable, Logger } from '@nestjs/common';
import { ConsumerMetrics, Engines, needEngines } from '@app/engines';
import { Readiness, Workers } from '@app/platform';
import { consumerWorks } from '@app/status-events';
import { trackingConsumer } from '@app/tracking';

/** Keeps track of where the packages of every order are. */
@Injectable()
export class TrackingWorker {
  private readonly logger = new Logger(TrackingWorker.name);

  constructor(engines: Engines, workers: Workers, consumers: ConsumerMetrics, readiness: Readiness) {
    needEngines(readiness, engines, 'database', 'status log');
    const works = consumerWorks({
      pool: engines.database.pool,
      statusLog: engines.statusLog,
      consumer: trackingConsumer,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress: consumers.watch(trackingConsumer.group),
    });
    workers.add(...works);
  }
}
