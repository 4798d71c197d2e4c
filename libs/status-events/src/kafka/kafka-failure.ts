import kafkajs, { type KafkaJSProtocolError } from 'kafkajs';
import { StatusLogUnavailable } from '../status-log.port.js';

/** Refusals that concern one producer only: the next one, with a new identity, is not refused. */
const endOfProducer = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'DUPLICATE_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
  'INVALID_PRODUCER_ID_MAPPING',
]);

/** Whether it was the engine's state that failed the request, which may be another one at the next try. */
export function mayPass(error: unknown): boolean {
  const origin = originOf(error);
  return (
    origin instanceof kafkajs.KafkaJSError &&
    (origin.retriable ||
      origin instanceof kafkajs.KafkaJSTimeout ||
      origin instanceof kafkajs.KafkaJSGroupCoordinatorNotFound ||
      endOfProducer.has((origin as KafkaJSProtocolError).type))
  );
}

/** What may pass becomes `StatusLogUnavailable`; mistakes (rights, settings, bugs) stay as they are. */
export function failureOf(error: unknown): unknown {
  if (!mayPass(error)) return error;
  const { message } = originOf(error) as Error;
  return new StatusLogUnavailable(`Kafka did not carry out a request of the status log: ${message}`, {
    cause: error,
  });
}

/** The client wraps the first error once or twice, and only that one tells whether to try again. */
function originOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? originOf(error.cause) : error;
}
