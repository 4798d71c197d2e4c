import { Injectable, Logger } from '@nestjs/common';
import { Engines } from '@app/engines';
import { Metrics, Workers } from '@app/platform';
import { webhookPoster, webhookSenderWork } from '@app/webhooks';
import { WebhookDeliveryMetrics } from './webhook.metrics.js';

/** Sends webhooks the status events that they asked for. */
@Injectable()
export class WebhookSender {
  private readonly logger = new Logger(WebhookSender.name);

  constructor(engines: Engines, workers: Workers, metrics: Metrics) {
    const webhooks = new WebhookDeliveryMetrics(engines, metrics);
    const allowPrivate = engines.settings.WEBHOOK_PRIVATE_ADDRESSES;
    workers.add(
      webhookSenderWork({
        pool: engines.database.pool,
        openPoster: () => webhookPoster({ allowPrivate }),
        log: (message, facts) => this.logger.warn(message, facts),
        onOutcome: (outcome) => webhooks.count(outcome),
      }),
    );
  }
}
