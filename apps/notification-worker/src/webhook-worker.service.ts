import { Injectable, Logger } from '@nestjs/common';
import { ConsumerMetrics, Engines } from '@app/engines';
import { Workers } from '@app/platform';
import { consumerWorks } from '@app/status-events';
import { webhooksConsumer } from '@app/webhooks';

/** Stores the deliveries to webhooks. */
@Injectable()
export class WebhookWorker {
  private readonly logger = new Logger(WebhookWorker.name);

  constructor({ database, statusLog }: Engines, workers: Workers, consumers: ConsumerMetrics) {
    const works = consumerWorks({
      pool: database.pool,
      statusLog,
      consumer: webhooksConsumer,
      log: (message, facts) => this.logger.warn(message, facts),
      onProgress: consumers.watch(webhooksConsumer.group),
    });
    workers.add(...works);
  }
}
