import { Module } from '@nestjs/common';
import { ConsumerMetricsModule } from '@app/engines';
import { MailSender } from './mail-sender.service.js';
import { NotificationWorker } from './notification-worker.service.js';

/** Notices for buyers and sellers, in their inboxes and by mail. Needs `EnginesModule`. */
@Module({ imports: [ConsumerMetricsModule], providers: [NotificationWorker, MailSender] })
export class NotificationWorkerModule {}
