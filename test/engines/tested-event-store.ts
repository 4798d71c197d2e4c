import { EventStoreProcess } from './event-store-process.js';

/** The server that a suite of EventStoreDB plays on. */
export interface TestedEventStore {
  readonly address: string;
  /** Ends it where it is the suite's own. */
  remove(): Promise<void>;
}

/**
 * The server that EVENT_STORE names; without one a served event store of the suite's own with an empty log, which the
 * environment names from then on.
 */
export async function testedEventStore(): Promise<TestedEventStore> {
  const { EVENT_STORE } = process.env;
  if (EVENT_STORE !== undefined) return { address: EVENT_STORE, remove: () => Promise.resolve() };
  const served = await EventStoreProcess.start();
  process.env.EVENT_STORE = served.address;
  return served;
}
