import { KafkaStatusLog } from '@app/status-events';
import { numberedRecords } from '../numbered-records.js';

/** Publishes a small batch and one that takes a while; reports to its parent how each of them ended. */
const [brokers, topic] = process.argv.slice(2);
const log = new KafkaStatusLog({ brokers: [brokers!], topic });
await log.resume();
for (const [first, last] of [
  [1, 100],
  [101, 60_000],
] as const)
  try {
    await log.publish(numberedRecords(first, last));
    process.send!({ acknowledged: last });
  } catch (error) {
    process.send!({ refused: (error as Error).message });
  }
