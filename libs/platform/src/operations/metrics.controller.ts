import { Controller, Get, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { OpenRoute } from '../auth/open-route.js';
import { Metrics } from './metrics.js';

@OpenRoute()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async scrape(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
