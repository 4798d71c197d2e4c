import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { BackgroundWork, Metrics, Readiness } from '@app/platform';
import { Clock } from './clock.js';
import { DeadlineMetrics } from './deadlines.metrics.js';
import { batchSize, fireDue } from './fire-due.js';
import { retryParked } from './parked-orders.js';

/** How long a deadline may be over before anybody looks. */
const lookEveryMs = 1_000;

/** Fires what falls due in any order. Any number may run. */
@Injectable()
export class DeadlineWorker extends BackgroundWork {
  private readonly metrics: DeadlineMetrics;

  constructor(
    private readonly engines: Engines,
    private readonly clock: Clock,
    metrics: Metrics,
    readiness: Readiness,
  ) {
    super();
    needEngines(readiness, this.engines, 'database', 'event log');
    this.metrics = new DeadlineMetrics(engines, clock, metrics);
  }

  protected async run(signal: AbortSignal): Promise<void> {
    // This version of the software may understand what another one did not.
    let retry = true;
    while (!signal.aborted) {
      if (retry) retry = !(await this.retryParked());
      const settled = await this.fire();
      if (settled < batchSize) await setTimeout(lookEveryMs, undefined, { signal }).catch(() => {});
    }
  }

  /** False where an engine is away. */
  private async retryParked(): Promise<boolean> {
    const { database, orderCommands } = this.engines;
    try {
      await retryParked({ pool: database.pool, orderCommands, now: this.clock.now() });
      return true;
    } catch (error) {
      this.logger.warn('Parked orders cannot be looked at; it is tried again.', { error });
      return false;
    }
  }

  /** How many deadlines were settled; fewer than a batch while an engine is away, which no haste would help. */
  private async fire(): Promise<number> {
    const { database, orderCommands } = this.engines;
    try {
      return await fireDue({
        pool: database.pool,
        orderCommands,
        now: this.clock.now(),
        onFired: ({ timer }) => this.metrics.fired(timer),
        onFailure: ({ orderId, timer }, error) =>
          this.logger.warn('A deadline could not be fired; it is tried again.', { orderId, timer, error }),
      });
    } catch (error) {
      this.logger.warn('Deadlines cannot be read; they are looked for again.', { error });
      return 0;
    }
  }
}
