import { Injectable, Logger } from '@nestjs/common';
import { ConsumerMetrics, Engines, needEngines } from '@app/engines';
import { noticesConsumer } from '@app/notices';
import { Metrics, Readiness, Workers } from '@app/platform';
import { consumerWorks } from '@app/status-events';
import { NoticesMetrics } from './notices.metrics.js';

/** Stores notices and mails to buyers and sellers. */
@Injectable()
export class NotificationWorker {
  private readonly logger = new Logger(NotificationWorker.name);

  constructor(
    engines: Engines,
    workers: Workers,
    consumers: ConsumerMetrics,
    { registry }: Metrics,
    readiness: Readiness,
  ) {
    needEngines(readiness, engines, 'database', 'status log');
    const notices = new NoticesMetrics(registry);
    const count = consumers.watch(noticesConsumer.group);
    const works = consumerWorks({
      pool: engines.database.pool,
      statusLog: engines.statusLog,
      consumer: noticesConsumer,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress(progress) {
        count(progress);
        notices.count(progress.applied);
      },
    });
    workers.add(...works);
  }
}
