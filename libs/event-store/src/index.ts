export { fromJson, type JsonEvent, toJson } from './codec/json-event.js';
export {
  appendHistory,
  isOfServer,
  isTombstone,
  metadataStream,
  readHistory,
  refuseRetention,
  refuseTruncated,
  understood,
} from './history.js';
export { readHistories } from './read-histories.js';
export * from './stream-damaged.js';
export { type Upcaster, type Upcasters } from './codec/upcasters.js';
export * from './event-store.port.js';
export * from './position.js';
export { PrefixedEventStore } from './prefixed-event-store.js';
export { PostgresEventStore } from './postgres/postgres-event-store.js';
export { openEventStoreDb } from './eventstoredb/open-eventstoredb.js';
export { type EventStoreNode } from './wire/event-store-node.js';
export { serveEventStore } from './wire/serve-event-store.js';
export * from './streams/outcome.js';
export * from './streams/stream-kind.js';
export { Streams } from './streams/streams.js';
