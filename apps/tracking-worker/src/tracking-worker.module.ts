import { Module } from '@nestjs/common';
import { ConsumerMetricsModule } from '@app/engines';
import { TrackingWorker } from './tracking-worker.service.js';

/** Tracking of packages. Needs `EnginesModule`. */
@Module({ imports: [ConsumerMetricsModule], providers: [TrackingWorker] })
export class TrackingWorkerModule {}
