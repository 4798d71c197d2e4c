import { type BeforeApplicationShutdown, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** Work that goes on from the start of an app to its end, and finishes what it has begun before the app stops. */
export abstract class BackgroundWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly end = new AbortController();
  private running: Promise<void> | undefined;
  protected readonly logger = new Logger(this.constructor.name);

  /** Runs until the signal aborts; failures that time can mend are waited out inside. */
  protected abstract run(signal: AbortSignal): Promise<void>;

  onApplicationBootstrap(): void {
    this.running = this.run(this.end.signal).catch((error: unknown) => this.giveUp(error));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.end.abort();
    await this.running;
  }

  /** Says once why the work waits for an engine, and once that it goes on. */
  protected readonly tellTrouble = (trouble: Error | undefined): void => {
    if (trouble === undefined) this.logger.log('What it waited for is back: it goes on.');
    else this.logger.warn(`It waits, and goes on by itself: ${trouble.message}`);
  };

  /** Ends the process: whoever supervises it starts another, where one that looks well would do nothing for ever. */
  private giveUp(error: unknown): void {
    this.logger.fatal(error);
    process.exit(1);
  }
}
