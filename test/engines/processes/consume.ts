import { setTimeout as delay } from 'node:timers/promises';
import { KafkaStatusLog } from '@app/status-events';

/** Consumes slowly as a member of a group until it is killed; reports to its parent what it begins and ends to handle. */
const [brokers, topic, group] = process.argv.slice(2);
const log = new KafkaStatusLog({ brokers: [brokers!], topic });
await log.consume({
  group: group!,
  signal: new AbortController().signal,
  async handle(records) {
    const piece = records.map(({ key, headers }) => ({ key, headers }));
    process.send!({ begun: piece });
    await delay(300);
    process.send!({ handled: piece });
  },
});
