import { Injectable } from '@nestjs/common';
import { ConsumerMetrics, Engines, needEngines } from '@app/engines';
import { trackingConsumer } from '@app/tracking';
import { BackgroundWork, Readiness } from '@app/platform';
import { runConsumer } from '@app/status-events';

/** Keeps track of where the packages of every order are. */
@Injectable()
export class TrackingWorker extends BackgroundWork {
  constructor(
    private readonly engines: Engines,
    private readonly consumers: ConsumerMetrics,
    readiness: Readiness,
  ) {
    super();
    needEngines(readiness, this.engines, 'database', 'status log');
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, statusLog } = this.engines;
    return runConsumer({
      pool: database.pool,
      statusLog,
      consumer: trackingConsumer,
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress: this.consumers.watch(trackingConsumer.group),
    });
  }
}
