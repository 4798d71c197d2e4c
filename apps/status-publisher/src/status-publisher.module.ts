import { Module } from '@nestjs/common';
import { StatusPublisher } from './status-publisher.service.js';

/** The way from the event log to the topic of status events. Needs `EnginesModule`. */
@Module({ providers: [StatusPublisher] })
export class StatusPublisherModule {}
