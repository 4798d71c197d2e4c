import { Injectable } from '@nestjs/common';
import { ConsumerMetrics, Engines, needEngines } from '@app/engines';
import { noticesConsumer } from '@app/notices';
import { BackgroundWork, Metrics, Readiness } from '@app/platform';
import { runConsumer } from '@app/status-events';
import { NoticesMetrics } from './notices.metrics.js';

/** Tells buyers and sellers what happened to their orders. */
@Injectable()
export class NotificationWorker extends BackgroundWork {
  private readonly notices: NoticesMetrics;

  constructor(
    private readonly engines: Engines,
    private readonly consumers: ConsumerMetrics,
    { registry }: Metrics,
    readiness: Readiness,
  ) {
    super();
    needEngines(readiness, this.engines, 'database', 'status log');
    this.notices = new NoticesMetrics(registry);
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, statusLog } = this.engines;
    const count = this.consumers.watch(noticesConsumer.group);
    return runConsumer({
      pool: database.pool,
      statusLog,
      consumer: noticesConsumer,
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress: (progress) => {
        count(progress);
        this.notices.count(progress.applied);
      },
    });
  }
}
