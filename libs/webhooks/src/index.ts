export { type DeliveryOutcome } from './delivery-outbox.js';
export { webhookPoster } from './post.js';
export { webhookSenderWork } from './webhook-sender-work.js';
export { type Webhook, type WebhookRequest } from './webhook.js';
export { redeliver, type Undelivered, undeliveredCounts, webhookCounts } from './deliveries.js';
export { addWebhook, disableWebhook, enableWebhook, listWebhooks, removeWebhook } from './webhook-store.js';
export { webhooksConsumer } from './webhooks-consumer.js';
