import { Logger } from '@nestjs/common';
import { Pulse, runForever, type Work } from '@app/workers';

/** A piece of work as this process does it, and reports it. */
export class Worker {
  /** Milliseconds since it got on, where it has something to do and that is too long ago; else 0. */
  stalledMs = 0;
  failures = 0;
  /** From then on (`performance.now()`) nothing but the worker itself was in its way. */
  stuckSince = performance.now();
  private readonly logger: Logger;
  private readonly pulse: Pulse;
  private running: Promise<void> | undefined;

  constructor(private readonly work: Work) {
    this.logger = new Logger(work.name);
    this.pulse = new Pulse(work);
  }

  get name(): string {
    return this.work.name;
  }

  start(signal: AbortSignal): void {
    this.pulse.beat();
    this.running = runForever(this.work, signal, {
      progressed: this.pulse.beat,
      onTrouble: this.logTrouble,
      onFailure: (error, pauseMs) => {
        this.failures += 1;
        this.logger.warn(`It could not go on, and begins anew in ${Math.round(pauseMs)} ms.`, { error });
      },
    });
  }

  /** Resolves when it has come to its end. */
  async ended(): Promise<void> {
    await this.running;
  }

  async look(quietMs: number): Promise<void> {
    this.stalledMs = await this.pulse.stalledMs(quietMs);
  }

  /** A check for readiness. */
  readonly check = async (): Promise<void> => {
    if (this.stalledMs === 0) return;
    const since = new Date(Date.now() - this.stalledMs);
    throw new Error(
      `it has something to do, and has got nothing done since ${since.toISOString().slice(0, 19)}Z`,
    );
  };

  private readonly logTrouble = (trouble: Error | undefined): void => {
    if (trouble === undefined) this.logger.log('What it waited for is back: it goes on.');
    else this.logger.warn(`It waits, and goes on by itself: ${trouble.message}`);
  };
}
