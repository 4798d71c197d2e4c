import { Module } from '@nestjs/common';
import { Projector } from './projector.service.js';

/** From the event log to the read models. Needs `EnginesModule`. */
@Module({ providers: [Projector] })
export class ProjectorModule {}
