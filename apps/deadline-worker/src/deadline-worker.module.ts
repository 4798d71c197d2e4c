import { Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { DeadlineWorker } from './deadline-worker.service.js';

/** Orders' deadlines. Needs `EnginesModule`, and a projector somewhere. */
@Module({ providers: [Clock, DeadlineWorker] })
export class DeadlineWorkerModule {}
