import { Module } from '@nestjs/common';
import { ReservationWorker } from './reservation-worker.service.js';

/** Settles what orders hold of things that there are only so many of. Needs `EnginesModule`. */
@Module({ providers: [ReservationWorker] })
export class ReservationWorkerModule {}
