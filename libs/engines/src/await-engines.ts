import pRetry from 'p-retry';
import { DatabaseError } from '@app/database';
import { LogMismatch } from '@app/followers';
import { isEngineAway, type Settings, StartError, WaitingRoom } from '@app/platform';
import { type EngineLog, type Engines, openEngines } from './engines.js';

/**
 * Opens the engines for an app, and waits for a database that is away for as long as it takes; meanwhile the app's
 * address answers the probes. The other engines are found by whoever uses them, and waited for there.
 * Throws what an operator has to mend: a refused login, a database that does not exist, a port that is taken.
 */
export async function awaitEngines(settings: Settings, log: EngineLog): Promise<Engines> {
  const room = new WaitingRoom(settings);
  try {
    const engines = await pRetry(() => openEngines(settings, log), {
      retries: Infinity,
      minTimeout: 250,
      maxTimeout: 5_000,
      randomize: true,
      shouldRetry: ({ error }) => mayPass(error),
      async onFailedAttempt({ error, attemptNumber }) {
        if (!mayPass(error)) return;
        log(`Attempt ${attemptNumber} to start: ${error.message} It is tried again.`);
        await room.open(error.message);
      },
    });
    await refuseOtherLog(engines);
    return engines;
  } finally {
    await room.close();
  }
}

/** Throws `StartError` for a log that is not this database's; one that is away is looked at when it is back. */
async function refuseOtherLog(engines: Engines): Promise<void> {
  try {
    await engines.logIdentity.verify();
  } catch (error) {
    if (isEngineAway(error)) return;
    await engines.close();
    throw error instanceof LogMismatch ? new StartError(error.message) : error;
  }
}

const mayPass = (error: Error): boolean =>
  error instanceof DatabaseError
    ? error.code === 'unreachable' || isEngineAway(error.cause)
    : isEngineAway(error);
