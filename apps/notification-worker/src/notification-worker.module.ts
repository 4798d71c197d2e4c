import { Module } from '@nestjs/common';
import { ConsumerMetricsModule } from '@app/engines';
import { NotificationWorker } from './notification-worker.service.js';

/** Notices for buyers and sellers. Needs `EnginesModule`. */
@Module({ imports: [ConsumerMetricsModule], providers: [NotificationWorker] })
export class NotificationWorkerModule {}
