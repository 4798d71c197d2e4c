import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { OpenRoute } from '../auth/open-route.js';
import { problem } from '../http/problem.js';
import { Readiness } from './readiness.js';

/** For whatever supervises the process: restart it when it does not answer, send it nothing while it is not ready. */
@OpenRoute()
@ApiTags('Operations')
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @ApiOperation({ operationId: 'healthz', summary: 'Whether the process answers', security: [] })
  @Get('healthz')
  alive() {
    return { status: 'alive' };
  }

  @ApiOperation({
    operationId: 'readyz',
    summary: 'Whether the process can do its part, and what is set aside',
    security: [],
  })
  @Get('readyz')
  async ready() {
    const failing = await this.readiness.failing();
    if (failing.length > 0)
      throw problem(
        503,
        'not-ready',
        { failing: failing.join(', ') },
        { headers: { 'retry-after': '1' }, facts: { failing } },
      );
    return { status: 'ready', ...(await this.readiness.said()) };
  }
}
