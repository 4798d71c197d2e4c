import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { untilAnswer } from '@app/workers/testing';
import { projectFolder } from '../../infra/local/project-folder.js';

/** Milliseconds within which an app is up, also on a machine that is busy with many. */
const defaultTimeoutMs = 90_000;

/** An app as it is deployed: a process of its own, from the build, with nothing but its settings. */
export class AppProcess {
  private child: ChildProcess | undefined;
  private output = '';

  constructor(
    readonly app: string,
    private readonly env: NodeJS.ProcessEnv,
    /** Finds in the output where the app can be reached, once it can. */
    private readonly address = /answers at (http:\/\/[^"\s]+?)\.?"/,
  ) {}

  /** Starts it, and resolves when it says where it can be reached. */
  async start(): Promise<void> {
    this.output = '';
    const main = join(projectFolder(), 'dist/apps', this.app, 'src/main.js');
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: { PATH: process.env.PATH, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    await untilAnswer(
      () => Promise.resolve(this.output),
      (output) => {
        if (this.hasEnded) throw new Error(`${this.app} has ended: ${output}`);
        return this.address.test(output);
      },
      defaultTimeoutMs,
    );
  }

  /** Where it can be reached. */
  get url(): string {
    return this.address.exec(this.output)![1]!;
  }

  /** Everything that it has written since its start. */
  get log(): string {
    return this.output;
  }

  /** As a supervisor stops it; resolves with how it ended. */
  stop(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
    return this.end('SIGTERM');
  }

  /** It answers nothing any more, until it is killed. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(sent: NodeJS.Signals) {
    const { child } = this;
    if (child && !this.hasEnded) {
      const exit = once(child, 'exit');
      child.kill(sent);
      await exit;
    }
    return { code: child?.exitCode ?? null, signal: child?.signalCode ?? null };
  }

  private get hasEnded(): boolean {
    return this.child?.exitCode !== null || this.child.signalCode !== null;
  }
}
