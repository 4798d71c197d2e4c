import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the suite's own, which may be killed and frozen; keeps what it was told by it. */
export class Child<Message> {
  readonly messages: Message[] = [];
  private readonly process: ChildProcess;

  constructor(
    program: 'publish' | 'publish-large' | 'consume' | 'write-and-follow',
    args: readonly string[],
  ) {
    this.process = fork(fileURLToPath(new URL(`processes/${program}.ts`, import.meta.url)), args, {
      // Node itself runs no TypeScript before version 22.
      execArgv: ['--import', 'jiti/register'],
      env: { JITI_TSCONFIG_PATHS: 'true', ...process.env },
    });
    this.process.on('message', (message) => this.messages.push(message as Message));
  }

  freeze(): void {
    this.process.kill('SIGSTOP');
  }

  thaw(): void {
    this.process.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to finish, and gives its exit code. */
  async finish(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.process.exitCode;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exit = once(this.process, 'exit');
    this.process.kill(signal);
    await exit;
  }
}
