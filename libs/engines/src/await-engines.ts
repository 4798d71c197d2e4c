import { DatabaseError } from '@app/database';
import { EventStoreUnavailable } from '@app/event-store';
import { isEngineAway, type Settings, StartupServer } from '@app/platform';
import { backOff } from '@app/workers';
import { type EngineLog, type Engines, openEngines } from './engines.js';

/** A stream that nobody ever writes, to try rights with. */
const probe = 'rights-probe';

/**
 * Opens the engines for an app, and waits for a database that is away for as long as it takes; meanwhile the app's
 * address answers the probes. The other engines are found by whoever uses them, and waited for there.
 * Throws what an operator has to mend: a refused login, a missing right, a log that belongs to another database, a
 * database that does not exist, a port that is taken.
 */
export async function awaitEngines(settings: Settings, log: EngineLog): Promise<Engines> {
  const startupServer = new StartupServer(settings);
  try {
    const engines = await openAtLast(settings, log, startupServer);
    await tryLog(engines, log);
    return engines;
  } finally {
    await startupServer.close();
  }
}

async function openAtLast(
  settings: Settings,
  log: EngineLog,
  startupServer: StartupServer,
): Promise<Engines> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await openEngines(settings, log);
    } catch (error) {
      if (!(error instanceof Error) || !mayPass(error)) throw error;
      log(`Attempt ${attempts} to start: ${error.message} It is tried again.`);
      await startupServer.open(error.message);
      await backOff(attempts);
    }
  }
}

const mayPass = (error: Error): boolean =>
  error instanceof DatabaseError
    ? error.code === 'unreachable' || isEngineAway(error.cause)
    : isEngineAway(error);

/** Has the event log refuse at the start what it would refuse later; while it is away, whoever uses it will tell. */
async function tryLog(engines: Engines, log: EngineLog): Promise<void> {
  try {
    await engines.eventStore.tryRights(probe);
    await engines.logIdentity.claim();
  } catch (error) {
    if (error instanceof EventStoreUnavailable) return log(`${error.message} This process waits for it.`);
    await engines.close();
    throw error;
  }
}
