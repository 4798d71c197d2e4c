import type * as EventStoreNode from './event-store-node.js';

/** Serves a store over EventStoreDB's protocol, and loads what that takes only then. */
export const serveEventStore: typeof EventStoreNode.serveEventStore = async (store, address) => {
  const node = await import('./event-store-node.js');
  return node.serveEventStore(store, address);
};
