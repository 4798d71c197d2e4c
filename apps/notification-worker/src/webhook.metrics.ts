import { Counter } from 'prom-client';
import { Engines } from '@app/engines';
import { Metrics } from '@app/platform';
import { type DeliveryOutcome, webhookCounts } from '@app/webhooks';

/** What operators see of webhooks. */
export class WebhookDeliveryMetrics {
  private readonly deliveries: Counter<'outcome'>;

  constructor({ database }: Engines, metrics: Metrics) {
    this.deliveries = new Counter({
      name: 'webhook_deliveries_total',
      help: 'Attempts to tell a webhook of an event, by outcome: delivered, waiting (tried again) or given-up.',
      labelNames: ['outcome'],
      registers: [metrics.registry],
    });
    metrics.readAtScrape(
      {
        webhook_oldest_undelivered_seconds:
          'Time since the oldest of the deliveries that wait was written; 0 where none waits.',
        webhook_deliveries_given_up: 'Deliveries that were given up and that nobody has sent again.',
        webhooks_disabled: 'Webhooks that nothing is sent to any more because they took nothing.',
      },
      async () => {
        const { oldestWaitingSeconds, givenUp, disabled } = await webhookCounts(database.pool);
        return {
          webhook_oldest_undelivered_seconds: oldestWaitingSeconds,
          webhook_deliveries_given_up: givenUp,
          webhooks_disabled: disabled,
        };
      },
    );
  }

  count(outcome: DeliveryOutcome['state']): void {
    this.deliveries.inc({ outcome });
  }
}
