import { Module } from '@nestjs/common';
import { ConsumerMetricsModule } from '@app/engines';
import { MailSender } from './mail-sender.service.js';
import { NotificationWorker } from './notification-worker.service.js';
import { WebhookSender } from './webhook-sender.service.js';
import { WebhookWorker } from './webhook-worker.service.js';

/** Notices for buyers and sellers, in their inboxes and by mail, and for webhooks. Needs `EnginesModule`. */
@Module({
  imports: [ConsumerMetricsModule],
  providers: [NotificationWorker, MailSender, WebhookWorker, WebhookSender],
})
export class NotificationWorkerModule {}
