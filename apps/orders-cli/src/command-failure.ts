import { type ExitCode, exitCodes } from './exit-codes.js';

/** Ends a command; the message is the one sentence that the operator reads: what, where and what to do. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';

  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.failed,
  ) {
    super(message);
  }
}
