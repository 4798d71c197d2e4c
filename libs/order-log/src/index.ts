export * from './as-of.js';
export * from './command-identity.js';
export * from './command-request.js';
export * from './event-metadata.js';
export * from './folded-order.js';
export { OrderCommands } from './order-commands.js';
export * from './order-entry.js';
export { decode, encode, traceparentOf } from './order-event.codec.js';
export { type LogLag, OrderLog } from './order-log.js';
