import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Engines } from '@app/engines';
import { noticesConsumer } from '@app/notices';
import { runConsumer } from '@app/status-events';

/** Tells buyers and sellers what happened to their orders. */
@Injectable()
export class NotificationWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(NotificationWorker.name);
  private readonly end = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly engines: Engines) {}

  onApplicationBootstrap(): void {
    const { database, statusLog } = this.engines;
    this.running = runConsumer({
      pool: database.pool,
      statusLog,
      consumer: noticesConsumer,
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
