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
  private readonly remarks = new Map<string, () => Promise<object | undefined>>();
  private missing = '';

  /** Reports what is away at the start even where nobody asks. */
  async onApplicationBootstrap(): Promise<void> {
    await this.failing();
  }

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** Adds what is said beside readiness, under this name: what waits for a person while the process does its part. */
  addRemark(name: string, read: () => Promise<object | undefined>): void {
    this.remarks.set(name, read);
  }

  /** What there is to say now. What cannot be read in time is left out: the checks say why. */
  async said(): Promise<Readonly<Record<string, object>>> {
    const said = await Promise.all(
      [...this.remarks].map(
        async ([name, read]) => [name, await inTime(read().catch(() => undefined))] as const,
      ),
    );
    return Object.fromEntries(
      said.flatMap(([name, remark]) => (remark === undefined ? [] : [[name, remark]])),
    );
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
  inTime(
    check().then(
      () => undefined,
      ({ message }: Error) => message.replace(/\.$/, ''),
    ),
    `nothing came within ${timeoutMs} ms`,
  );

/** What comes in time, or else the other. */
const inTime = <T, Late = undefined>(coming: Promise<T>, late?: Late): Promise<T | Late> =>
  Promise.race([coming, setTimeout(timeoutMs, late as Late, { ref: false })]);
