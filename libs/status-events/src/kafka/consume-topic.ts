import { type Kafka } from 'kafkajs';
import { type ConsumeOptions } from '../status-log.port.js';
import { BatchHandler } from './batch-handler.js';
import { heartbeatMs, kafkaRetries, sessionMs } from './kafka-client.js';

/** How long a fetch waits for records; a stop and the end of a pause wait as long at most. */
const pollMs = 500;

/**
 * Consumes as a member of the group until the signal.
 * Rejects with the client's error when the client gives up.
 */
export async function consumeTopic(
  kafka: Kafka,
  topic: string,
  { group, handle, progressed, signal }: Required<ConsumeOptions>,
): Promise<void> {
  if (signal.aborted) return;
  const aborted = new Promise<undefined>((resolve) =>
    signal.addEventListener('abort', () => resolve(undefined), { once: true }),
  );
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: sessionMs,
    heartbeatInterval: heartbeatMs,
    maxWaitTimeInMs: pollMs,
    allowAutoTopicCreation: false,
    // Its own restart would go on behind the back of a consumption that has ended.
    retry: { ...kafkaRetries, restartOnFailure: () => Promise.resolve(false) },
  });
  const crashed = new Promise<Error>((resolve) =>
    consumer.on(consumer.events.CRASH, ({ payload }) => resolve(payload.error)),
  );
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    const handler = new BatchHandler(handle, progressed);
    // Another member goes on with what failed here, or nothing is failing any more.
    consumer.on(consumer.events.GROUP_JOIN, () => handler.forgetFailures());
    consumer.on(consumer.events.FETCH, () => handler.idle && progressed());
    // Commits what the handler has resolved, and of itself what there is nothing to handle of: aborted records,
    // and the marks that end transactions.
    await consumer.run({ autoCommitThreshold: 1, eachBatchAutoResolve: false, eachBatch: handler.handle });
    const crash = await Promise.race([crashed, aborted]);
    if (crash) throw crash;
  } finally {
    // Waits for the batch under way, and leaves the group.
    await consumer.disconnect();
  }
}
