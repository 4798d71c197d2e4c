import { Writable } from 'node:stream';
import { type ExitCode } from '../exit-codes.js';
import { runCli } from '../run-cli.js';

export interface Captured {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one call of the command line in this process and keeps what it writes. */
export async function runCaptured(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Captured> {
  const [out, err] = [new Sink(), new Sink()];
  const exitCode = await runCli(args, { env, out, err });
  return { exitCode, out: out.text, err: err.text };
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
