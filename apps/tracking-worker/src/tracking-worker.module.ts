import { Module } from '@nestjs/common';
import { TrackingWorker } from './tracking-worker.service.js';

/** Tracking of packages. Needs `EnginesModule`. */
@Module({ providers: [TrackingWorker] })
export class TrackingWorkerModule {}
