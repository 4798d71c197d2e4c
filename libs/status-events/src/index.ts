export { type ConsumerProgress } from './consumer/consumer-progress.js';
export { type DropOutcome, dropParked, type DropRefusal, type DropRequest } from './consumer/drop-parked.js';
export { type HandleEvents, type Released, type StatusConsumer } from './consumer/effects.js';
export { type ParkedOrder, type ParkedRecord, type ParkingReason } from './consumer/parked-record.js';
export {
  listParked,
  parkedCounts,
  type ParkedCount,
  parkedOf,
  parkedOrders,
} from './consumer/parked-orders.js';
export { releaseParked } from './consumer/release-parked.js';
export { type ConsumerOptions, runConsumer } from './consumer/run-consumer.js';
export { type CaseChanges } from './contract/case-changes.js';
export * from './contract/status-event.js';
export * from './contract/status-event-types.js';
export { fromRecord, toRecord, UnreadableStatusRecord } from './contract/status-record.codec.js';
export { toStatusEvent } from './contract/to-status-event.js';
export { type KafkaStatusLogOptions } from './kafka/kafka-options.js';
export { KafkaStatusLog } from './kafka/kafka-status-log.js';
export { type Log } from './log.js';
export { PostgresStatusLog } from './postgres/postgres-status-log.js';
export { type PublisherOptions, type PublisherProgress, runPublisher } from './publisher/run-publisher.js';
export * from './status-log.port.js';
