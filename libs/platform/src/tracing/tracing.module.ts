import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Tracing } from './collector.js';

const started = Symbol('tracing');

/** Sends an app's last spans when everything else of it has stopped. */
@Module({})
export class TracingModule implements OnApplicationShutdown {
  constructor(@Inject(started) private readonly tracing: Tracing) {}

  static with(tracing: Tracing): DynamicModule {
    return { module: TracingModule, providers: [{ provide: started, useValue: tracing }] };
  }

  onApplicationShutdown(): Promise<void> {
    return this.tracing.shutdown();
  }
}
