import { Injectable, Logger } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { Metrics, Readiness, Workers } from '@app/platform';
import { dueDeadlines } from '@app/read-models';
import { type Turn, waitFor } from '@app/workers';
import { Clock } from './clock.js';
import { DeadlineMetrics } from './deadlines.metrics.js';
import { batchSize, fireDue } from './fire-due.js';
import { retryParkedDeadlines } from './parked-orders.js';

/** How long a deadline may be over before anybody looks. */
const lookEveryMs = 1_000;

/** Fires what falls due in any order. Any number may run. */
@Injectable()
export class DeadlineWorker {
  private readonly logger = new Logger(DeadlineWorker.name);
  private readonly metrics: DeadlineMetrics;

  constructor(
    private readonly engines: Engines,
    private readonly clock: Clock,
    workers: Workers,
    metrics: Metrics,
    readiness: Readiness,
  ) {
    needEngines(readiness, engines, 'database', 'event log');
    this.metrics = new DeadlineMetrics(engines, clock, metrics);
    workers.add({
      name: 'deadlines',
      hasMore: async () => (await dueDeadlines(engines.database.pool, clock.now().toISOString())).count > 0,
      run: (turn) => this.run(turn),
    });
  }

  private async run({ signal, progressed }: Turn): Promise<void> {
    // This version of the software may understand what another one did not.
    let retry = true;
    let failing = false;
    while (!signal.aborted) {
      if (retry) retry = !(await this.retryParked());
      const { taken, settled } = await this.fire();
      // What has failed is taken by nobody for a while: that nothing is taken then is no success.
      if (taken > 0) failing = settled === 0;
      if (!failing) progressed();
      if (settled < batchSize) await waitFor(lookEveryMs, signal);
    }
  }

  /** False where an engine is away. */
  private async retryParked(): Promise<boolean> {
    const { database, orderCommands } = this.engines;
    try {
      await retryParkedDeadlines({ pool: database.pool, orderCommands, now: this.clock.now() });
      return true;
    } catch (error) {
      this.logger.warn('Parked orders cannot be looked at; it is tried again.', { error });
      return false;
    }
  }

  private fire(): ReturnType<typeof fireDue> {
    const { database, orderCommands } = this.engines;
    return fireDue({
      pool: database.pool,
      orderCommands,
      now: this.clock.now(),
      onFired: ({ timer }) => this.metrics.fired(timer),
      onFailure: ({ orderId, timer }, error) =>
        this.logger.warn('A deadline could not be fired; it is tried again.', { orderId, timer, error }),
    });
  }
}
