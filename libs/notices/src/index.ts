export { listUnsentMails, mailCounts, retryMails, type UnsentMail } from './mails/mail-desk.js';
export { type MailOutcome } from './mails/mail-outbox.js';
export { runMailSender } from './mails/run-mail-sender.js';
export { smtpMailer } from './mails/smtp.js';
export * from './notice.js';
export { listNotices, type NoticePage, type StoredNotice } from './notice-store.js';
export { noticesConsumer } from './notices-consumer.js';
export { tellingsOf } from './notices-for.js';
export { preferencesOf, setPreferences, type StoredPreferences } from './preferences/preference-store.js';
export * from './preferences/preferences.js';
export { type Language, languages } from './templates/languages.js';
export { type DeliveryOutcome } from './webhooks/delivery-outbox.js';
export { webhookPoster } from './webhooks/post.js';
export { runWebhookSender } from './webhooks/run-webhook-sender.js';
export { type Webhook, type WebhookRequest } from './webhooks/webhook.js';
export { redeliver, type Undelivered, undeliveredCounts, webhookCounts } from './webhooks/webhook-desk.js';
export {
  addWebhook,
  disableWebhook,
  enableWebhook,
  listWebhooks,
  removeWebhook,
} from './webhooks/webhook-store.js';
export { webhooksConsumer } from './webhooks/webhooks-consumer.js';
