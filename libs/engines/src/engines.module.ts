import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics, OperationsModule, Readiness } from '@app/platform';
import { Engines } from './engines.js';
import { measureEventLog, measureFollowers } from './event-log.metrics.js';
import { Memory } from './memory.js';
import { parkedIn } from './parked-in.js';
import { measurePool } from './pool.metrics.js';

/** Gives every module of an app the engines it runs on, and closes them after the modules have stopped. */
@Module({})
export class EnginesModule implements OnApplicationShutdown {
  constructor(
    @Inject(Engines) private readonly engines: Engines,
    @Inject(Metrics) metrics: Metrics,
    @Inject(Readiness) readiness: Readiness,
  ) {
    measurePool(engines.database.pool, metrics);
    measureEventLog(engines, metrics);
    measureFollowers(engines, metrics);
    readiness.addRemark('parked', () => parkedIn(engines));
  }

  static with(engines: Engines): DynamicModule {
    return {
      module: EnginesModule,
      global: true,
      imports: [OperationsModule],
      providers: [{ provide: Engines, useValue: engines }, Memory],
      exports: [Engines],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.engines.close();
  }
}
