import type { EventStoreDbEventStore } from './eventstoredb-event-store.js';

/**
 * The event store at `address`, a connection string; see `EventStoreDbEventStore`. Its client is large, and is loaded
 * only where it is used. Throws where the address cannot be understood.
 */
export async function openEventStoreDb(address: string, timeoutMs?: number): Promise<EventStoreDbEventStore> {
  const client = await import('./eventstoredb-event-store.js');
  return new client.EventStoreDbEventStore(address, timeoutMs);
}
