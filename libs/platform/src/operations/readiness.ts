import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

/** Resolves when what it looks at works, and rejects when it does not. */
export type Check = () => Promise<unknown>;

/** Milliseconds that a check may take before it counts as failed. */
const timeoutMs = 2000;

/** What has to work before this process can do its part; each part of an app adds its own checks. */
@Injectable()
export class Readiness implements OnApplicationBootstrap {
  private readonly logger = new Logger(Readiness.name);
  private readonly checks = new Map<string, Check>();
  private missing = '';

  /** Reports what is away at the start even where nobody asks. */
  async onApplicationBootstrap(): Promise<void> {
    await this.failing();
  }

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** The names of the checks that fail now; the log says when they, or the reasons, have changed. */
  async failing(): Promise<string[]> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => ({ name, reason: await reasonAgainst(check) })),
    );
    const failing = results.filter(({ reason }) => reason !== undefined);
    this.logChange(failing.map(({ name, reason }) => `${name} (${reason})`).join(', '));
    return failing.map(({ name }) => name);
  }

  private logChange(missing: string): void {
    if (missing === this.missing) return;
    this.missing = missing;
    if (missing === '') this.logger.log('This process is ready again.');
    else this.logger.warn(`This process is not ready: ${missing}. It goes on by itself.`);
  }
}

/** Why the check fails, undefined when it passes. */
const reasonAgainst = (check: Check): Promise<string | undefined> =>
  Promise.race([
    check().then(
      () => undefined,
      ({ message }: Error) => message.replace(/\.$/, ''),
    ),
    setTimeout(timeoutMs, `nothing came within ${timeoutMs} ms`, { ref: false }),
  ]);
