import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Resolves when what it looks at works, and rejects when it does not. */
export type Check = () => Promise<unknown>;

/** Milliseconds that a check may take before it counts as failed. */
const patience = 2000;

/** What has to work before this process can do its part; each part of an app adds its own checks. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();

  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** The names of the checks that fail now. */
  async failing(): Promise<string[]> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => ({ name, passed: await passes(check) })),
    );
    return results.filter(({ passed }) => !passed).map(({ name }) => name);
  }
}

const passes = (check: Check): Promise<boolean> =>
  Promise.race([
    check().then(
      () => true,
      () => false,
    ),
    setTimeout(patience, false, { ref: false }),
  ]);
