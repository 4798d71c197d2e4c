import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { waitFor, type Work } from '@app/workers';
import { Metrics } from '../operations/metrics.js';
import { Readiness } from '../operations/readiness.js';
import { Worker } from './worker.js';
import { WorkerLimits } from './worker-limits.js';

/**
 * The work that goes on for ever in this process. It begins with the app, and finishes what is under way before the app
 * stops. A worker that has something to do and gets nothing done makes the process not ready. After some minutes it ends
 * the process, and whoever supervises that starts another. Time in which an engine is away does not count.
 */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Ends the process; an app that can be closed first does that. */
  onGivenUp: () => void = () => process.exit(1);
  private readonly logger = new Logger(Workers.name);
  private readonly stop = new AbortController();
  private readonly workers: Worker[] = [];
  private givenUp: Worker | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly limits: WorkerLimits,
    private readonly readiness: Readiness,
    { registry }: Metrics,
  ) {
    const { workers } = this;
    const common = { labelNames: ['worker'] as const, registers: [registry] };
    new Gauge({
      name: 'worker_stalled_seconds',
      help: 'Time since a worker of this process got on, where it has something to do and that is long ago; else 0.',
      ...common,
      collect() {
        for (const { name, stalledMs } of workers) this.set({ worker: name }, stalledMs / 1000);
      },
    });
    new Counter({
      name: 'worker_failures_total',
      help: 'Times that a worker of this process could not go on, and was begun anew.',
      ...common,
      collect() {
        this.reset();
        for (const { name, failures } of workers) this.inc({ worker: name }, failures);
      },
    });
  }

  /** Adds work, before the app has started. */
  add(...works: readonly Work[]): void {
    for (const worker of works.map((work) => new Worker(work))) {
      this.workers.push(worker);
      this.readiness.add(worker.name, worker.check);
    }
  }

  onApplicationBootstrap(): void {
    const { signal } = this.stop;
    for (const worker of this.workers) worker.start(signal);
    this.looking = this.keepLooking(signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.looking;
    const awaited = this.workers.filter((worker) => worker !== this.givenUp);
    await Promise.all(awaited.map((worker) => worker.ended()));
  }

  private async keepLooking(signal: AbortSignal): Promise<void> {
    for (let wasStalled = false; !signal.aborted && this.givenUp === undefined;) {
      await waitFor(this.limits.lookEvery, signal);
      if (signal.aborted) return;
      await Promise.all(this.workers.map((worker) => worker.look(this.limits.notReadyAfter)));
      const isStalled = this.workers.some(({ stalledMs }) => stalledMs > 0);
      // Readiness tells the log; nobody else may ask it.
      const failing = isStalled || wasStalled ? await this.readiness.failing() : [];
      wasStalled = isStalled;
      this.giveUpOne(failing);
    }
  }

  private giveUpOne(failing: readonly string[]): void {
    const engineAway = failing.some((name) => this.workers.every((worker) => worker.name !== name));
    const now = performance.now();
    for (const worker of this.workers) {
      if (worker.stalledMs === 0 || engineAway) worker.stuckSince = now;
      else if (now - worker.stuckSince >= this.limits.endAfter) {
        this.givenUp = worker;
        const seconds = Math.round(worker.stalledMs / 1000);
        this.logger.fatal(
          `"${worker.name}" has something to do, and has got nothing done for ${seconds} s: this process ends, so that another one can begin anew.`,
        );
        return this.onGivenUp();
      }
    }
  }
}
