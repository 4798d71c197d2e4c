import { Injectable } from '@nestjs/common';
import { ConsumerMetrics, Engines } from '@app/engines';
import { webhooksConsumer } from '@app/webhooks';
import { BackgroundWork } from '@app/platform';
import { runConsumer } from '@app/status-events';

/** Notes what webhooks are to be told. */
@Injectable()
export class WebhookWorker extends BackgroundWork {
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
      consumer: webhooksConsumer,
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress: this.consumers.watch(webhooksConsumer.group),
    });
  }
}
