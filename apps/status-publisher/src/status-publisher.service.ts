import { Injectable } from '@nestjs/common';
import { Engines } from '@app/engines';
import { BackgroundWork } from '@app/platform';
import { runPublisher } from '@app/status-events';

/** Publishes what the event log has and the topic of status events has not. */
@Injectable()
export class StatusPublisher extends BackgroundWork {
  constructor(private readonly engines: Engines) {
    super();
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, orderLog, statusLog } = this.engines;
    return runPublisher({
      pool: database.pool,
      orderLog,
      statusLog,
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
    });
  }
}
