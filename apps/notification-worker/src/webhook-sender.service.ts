import { Injectable } from '@nestjs/common';
import { Engines } from '@app/engines';
import { runWebhookSender, webhookPoster } from '@app/webhooks';
import { BackgroundWork, Metrics } from '@app/platform';
import { WebhookMetrics } from './webhook.metrics.js';

/** Tells webhooks what they want to be told. */
@Injectable()
export class WebhookSender extends BackgroundWork {
  private readonly metrics: WebhookMetrics;

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
  ) {
    super();
    this.metrics = new WebhookMetrics(engines, metrics);
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, settings } = this.engines;
    return runWebhookSender({
      pool: database.pool,
      poster: webhookPoster({ allowPrivate: settings.WEBHOOK_PRIVATE_ADDRESSES }),
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
      onOutcome: (outcome) => this.metrics.count(outcome),
    });
  }
}
