import kafkajs, { type KafkaJSProtocolError } from 'kafkajs';
import { StatusLogUnavailable } from '../status-log.port.js';

/** The identity of the producer is in other hands, or the broker has withdrawn it. */
const takenOver = new Set(['INVALID_PRODUCER_EPOCH', 'INVALID_PRODUCER_ID_MAPPING', 'INVALID_TXN_STATE']);

/** Refusals that concern one producer only: the next one, with a new identity, is not refused. */
const endOfProducer = new Set([
  ...takenOver,
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'DUPLICATE_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  // The answer of Kafka 4.2, now and then, to a request that is under way while its producer is replaced.
  'UNKNOWN',
]);

/** Whether it was the engine's state that failed the request, which may be another one at the next try. */
export function mayKafkaPass(error: unknown): boolean {
  const origin = originOf(error);
  return (
    origin instanceof kafkajs.KafkaJSError &&
    (origin.retriable ||
      origin instanceof kafkajs.KafkaJSTimeout ||
      origin instanceof kafkajs.KafkaJSGroupCoordinatorNotFound ||
      endOfProducer.has(typeOf(origin)))
  );
}

/** What may pass becomes `StatusLogUnavailable`; mistakes (rights, settings, bugs) stay as they are. */
export function failureOf(error: unknown): unknown {
  if (!mayKafkaPass(error)) return error;
  const origin = originOf(error) as Error;
  const sentence = takenOver.has(typeOf(origin))
    ? 'Another publisher has taken over the topic, or the broker has given up this one because it was silent'
    : 'Kafka did not carry out a request of the status log';
  return new StatusLogUnavailable(`${sentence}: ${origin.message}`, { cause: error });
}

const typeOf = (error: Error): string => (error as KafkaJSProtocolError).type;

/** The client wraps the first error once or twice, and only that one tells whether to try again. */
function originOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? originOf(error.cause) : error;
}
