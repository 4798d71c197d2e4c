import { type StatusConsumer } from '@app/status-events';
import { storeDeliveries } from './delivery-outbox.js';
import { bodyOf, wants } from './webhook.js';
import { listWebhooks } from './webhook-store.js';

/** Turns status events into deliveries to the webhooks that want them. A disabled webhook gets none. */
export const webhooksConsumer: StatusConsumer = {
  group: 'webhooks',
  types: 'all',
  async handle(events, tx) {
    const webhooks = (await listWebhooks(tx)).filter(({ disabled }) => disabled === undefined);
    if (webhooks.length === 0) return;
    const deliveries = events.flatMap((event) => {
      const interested = webhooks.filter((webhook) => wants(webhook, event));
      if (interested.length === 0) return [];
      const body = bodyOf(event);
      return interested.map(({ id: webhookId }) => ({ webhookId, event, body }));
    });
    if (deliveries.length > 0) await storeDeliveries(tx, deliveries);
  },
};
