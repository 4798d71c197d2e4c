import { Controller, Get } from '@nestjs/common';
import { OpenRoute } from '../auth/open-route.js';
import { ProblemError } from '../http/problem.js';
import { Readiness } from './readiness.js';

/** For whatever supervises the process. */
@OpenRoute()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers; restart it when it does not. */
  @Get('healthz')
  alive() {
    return { status: 'alive' };
  }

  /** The process can do its part; send it nothing while it cannot. */
  @Get('readyz')
  async ready() {
    const failing = await this.readiness.failing();
    if (failing.length > 0)
      throw new ProblemError(503, 'not-ready', `This does not work right now: ${failing.join(', ')}.`, {
        headers: { 'retry-after': '1' },
        facts: { failing },
      });
    return { status: 'ready' };
  }
}
