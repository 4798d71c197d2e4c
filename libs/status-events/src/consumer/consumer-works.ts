import { type Pool } from 'pg';
import { type Turn, type Work } from '@app/workers';
import { type OperatorLog } from '../operator-log.js';
import { type StatusLog } from '../status-log.port.js';
import { type ConsumerProgress } from './consumer-progress.js';
import { deadLetterWork } from './dead-letter-work.js';
import { Effects, type StatusConsumer } from './effects.js';

export interface ConsumerOptions {
  /** Where the effects, and what the group has applied and parked, are kept. */
  readonly pool: Pool;
  readonly statusLog: StatusLog;
  readonly consumer: StatusConsumer;
  readonly log: OperatorLog;
  /** Called after each commit. */
  readonly onProgress?: (progress: ConsumerProgress) => void;
}

/**
 * Applies every status event once, in order per order. An event that cannot be applied is parked with those that
 * follow it in its order, and written to the status log's dead-letter topic where it has one.
 */
export function consumerWorks(options: ConsumerOptions): Work[] {
  const { pool, statusLog, consumer, log, onProgress } = options;
  const { group } = consumer;
  const effects = new Effects(pool, consumer, log, onProgress);
  const consume = ({ signal, progressed }: Turn): Promise<void> =>
    statusLog.consume({
      group,
      signal,
      progressed,
      async handle(records) {
        try {
          await effects.apply(records);
        } catch (error) {
          log('A batch of status events could not be applied; it comes again.', {
            group,
            error: String(error),
          });
          throw error;
        }
      },
    });
  const { deadLetters: topic } = statusLog;
  const relays = topic === undefined ? [] : [deadLetterWork(pool, group, topic)];
  return [{ name: `consumer ${group}`, run: consume }, ...relays];
}
