import { Injectable } from '@nestjs/common';
import { ConsumerMetrics, Engines } from '@app/engines';
import { trackingConsumer } from '@app/tracking';
import { BackgroundWork } from '@app/platform';
import { runConsumer } from '@app/status-events';

/** Keeps track of where the packages of every order are. */
@Injectable()
export class TrackingWorker extends BackgroundWork {
  constructor(
    private readonly engines: Engines,
    private readonly consumers: ConsumerMetrics,
  ) {
    super();
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
