import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Engines } from '@app/engines';
import { trackingConsumer } from '@app/tracking';
import { runConsumer } from '@app/status-events';

/** Keeps track of where the packages of every order are. */
@Injectable()
export class TrackingWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(TrackingWorker.name);
  private readonly end = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly engines: Engines) {}

  onApplicationBootstrap(): void {
    const { database, statusLog } = this.engines;
    this.running = runConsumer({
      pool: database.pool,
      statusLog,
      consumer: trackingConsumer,
      signal: this.end.signal,
      log: (message, facts) => this.logger.warn(message, facts),
    });
  }

  /** Waits for the batch under way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.end.abort();
    await this.running;
  }
}
