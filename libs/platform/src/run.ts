import { inspect } from 'node:util';

/** An app could not start; the message says what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Errors whose message says all that an operator needs, by name: some belong to other libraries. */
const explained = [
  'StartError',
  'SettingsError',
  'EventStoreAddressError',
  'DatabaseError',
  'EventStoreUnavailable',
  'EventStoreLoginRefused',
  'EventStoreRightMissing',
  'LogMismatch',
  'StatusLogUnavailable',
];

/** Runs an app's start; when it fails, says why on standard error and ends the process with exit code 1. */
export async function run(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    const text = error instanceof Error && explained.includes(error.name) ? error.message : inspect(error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}
