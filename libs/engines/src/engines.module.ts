import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { OperationsModule, Readiness } from '@app/platform';
import { Engines } from './engines.js';

/** Gives every module of an app the engines it runs on, and closes them after the modules have stopped. */
@Module({})
export class EnginesModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(Engines) private readonly engines: Engines,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {}

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
