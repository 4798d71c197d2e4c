import { Injectable } from '@nestjs/common';
import { Engines } from '@app/engines';
import { noticesConsumer } from '@app/notices';
import { BackgroundWork } from '@app/platform';
import { runConsumer } from '@app/status-events';

/** Tells buyers and sellers what happened to their orders. */
@Injectable()
export class NotificationWorker extends BackgroundWork {
  constructor(private readonly engines: Engines) {
    super();
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, statusLog } = this.engines;
    return runConsumer({
      pool: database.pool,
      statusLog,
      consumer: noticesConsumer,
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
    });
  }
}
