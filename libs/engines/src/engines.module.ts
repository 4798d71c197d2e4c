import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Metrics, OperationsModule, Readiness } from '@app/platform';
import { Engines } from './engines.js';
import { measurePool } from './pool.metrics.js';

/** Gives every module of an app the engines it runs on, and closes them after the modules have stopped. */
@Module({})
export class EnginesModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(Engines) private readonly engines: Engines,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Metrics) metrics: Metrics,
  ) {
    measurePool(engines.database.pool, metrics);
  }

  static with(engines: Engines): DynamicModule {
    return {
      module: EnginesModule,
      global: true,
      imports: [OperationsModule],
      providers: [{ provide: Engines, useValue: engines }],
      exports: [Engines],
    };
  }

  onModuleInit(): void {
    this.readiness.add('database', () => this.engines.database.pool.query('select 1'));
    this.readiness.add('event log', () => this.engines.eventStore.lastPosition());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.engines.close();
  }
}
