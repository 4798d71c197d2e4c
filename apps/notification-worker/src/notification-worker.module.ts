import { Module } from '@nestjs/common';
import { NotificationWorker } from './notification-worker.service.js';

/** Notices for buyers and sellers. Needs `EnginesModule`. */
@Module({ providers: [NotificationWorker] })
export class NotificationWorkerModule {}
