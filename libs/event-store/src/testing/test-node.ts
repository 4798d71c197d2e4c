import { testDatabase } from '@app/database/testing';
import { PostgresEventStore } from '../postgres/postgres-event-store.js';
import { type EventStoreNode, serveEventStore } from '../wire/event-store-node.js';

export interface TestNode {
  readonly store: PostgresEventStore;
  readonly node: EventStoreNode;
  close(): Promise<void>;
}

/** A PostgreSQL event store in a fresh schema, served on a free port. */
export async function testNode(): Promise<TestNode> {
  const database = await testDatabase();
  const store = new PostgresEventStore(database.pool);
  const node = await serveEventStore(store, { host: '127.0.0.1', port: 0 });
  return {
    store,
    node,
    async close() {
      node.close();
      await store.close();
      await database.drop();
    },
  };
}
