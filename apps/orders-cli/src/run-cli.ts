import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { CommandFailure } from './command-failure.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { buildProgram } from './program.js';
import { type Terminal } from './terminal.js';

/** Carries out one call of the command line (without the program's own name) and gives its exit code. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    await buildProgram(terminal).parseAsync(args, { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    // Commander has written its own explanation already; help that was asked for is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongUsage;
    terminal.err.write(`${explanation(error)}\n`);
    return error instanceof CommandFailure ? error.exitCode : exitCodes.failed;
  }
}

/** Expected failures carry a sentence for the operator; only a bug shows where it sits. */
function explanation(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isBug = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
  return isBug ? `This is a bug: ${error.stack}` : error.message || inspect(error);
}
