import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Engines } from '@app/engines';
import { runPublisher } from '@app/status-events';

/** Publishes what the event log has and the topic of status events has not. */
@Injectable()
export class StatusPublisher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(StatusPublisher.name);
  private readonly end = new AbortController();
  private running?: Promise<void>;

  constructor(private readonly engines: Engines) {}

  onApplicationBootstrap(): void {
    const { database, orderLog, statusLog } = this.engines;
    this.running = runPublisher({
      pool: database.pool,
      orderLog,
      statusLog,
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
