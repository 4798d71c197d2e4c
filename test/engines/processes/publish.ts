import { KafkaStatusLog } from '@app/status-events';
import { numberedRecords } from '../numbered-records.js';

/** Publishes from where the topic ends until it is killed; reports to its parent what was acknowledged. */
const [brokers, topic] = process.argv.slice(2);
const log = new KafkaStatusLog({ brokers: [brokers!], topic });
let position = Number((await log.resume())?.position ?? 0);
process.send!({ startedAt: position });
for (;;) {
  const size = 1 + (position % 300);
  await log.publish(numberedRecords(position + 1, position + size));
  position += size;
  process.send!({ acknowledged: position });
}
