import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program to its end. Throws an error of one line that says what is missing, or what the program complained of. */
export async function runProgram(program: string, args: readonly string[], needed: string): Promise<void> {
  try {
    await execute(program, args);
  } catch (error) {
    throw programError(program, needed, error);
  }
}

/** The error for a program that is not there, or that failed. */
export function programError(program: string, needed: string, error: unknown): Error {
  const { code, stdout, stderr, message } = error as NodeJS.ErrnoException &
    Record<'stdout' | 'stderr', string>;
  if (code === 'ENOENT') return new Error(`${needed}: there is no program "${program}" on the PATH.`);
  const complaint =
    `${stdout}\n${stderr}`.split('\n').find((line) => /error|exception/i.test(line)) ?? message;
  return new Error(`${needed}, but ${program} failed: ${complaint.trim()}`, { cause: error });
}
