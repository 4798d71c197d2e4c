import { Global, Module } from '@nestjs/common';
import { WorkerLimits } from '../workers/worker-limits.js';
import { Workers } from '../workers/workers.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

/** What operators watch: `/healthz`, `/readyz` and `/metrics`, and where an app's parts report to them. */
@Global()
@Module({
  controllers: [HealthController, MetricsController],
  providers: [Metrics, Readiness, WorkerLimits, Workers],
  exports: [Metrics, Readiness, Workers],
})
export class OperationsModule {}
