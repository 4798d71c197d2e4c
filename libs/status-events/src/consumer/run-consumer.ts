import { type Pool } from 'pg';
import { type Log } from '../log.js';
import { persist } from '../persist.js';
import { type StatusLog } from '../status-log.port.js';
import { type ConsumerProgress } from './consumer-progress.js';
import { Effects, type StatusConsumer } from './effects.js';
import { relayDeadLetters } from './relay-dead-letters.js';

export interface ConsumerOptions {
  /** Where the effects, and what the group has applied and parked, are kept. */
  readonly pool: Pool;
  readonly statusLog: StatusLog;
  readonly consumer: StatusConsumer;
  /** Ends the consumer after the batch under way. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Told after each commit. */
  readonly onProgress?: (progress: ConsumerProgress) => void;
}

/**
 * Applies every status event once, in order per order, until the signal. Failures of the database or the status
 * log are waited out; an event that cannot be applied is parked with those that follow it in its order, and written to
 * the status log's dead-letter topic where it has one.
 */
export async function runConsumer(options: ConsumerOptions): Promise<void> {
  const { pool, statusLog, consumer, signal, log, onProgress } = options;
  const { group } = consumer;
  const effects = new Effects(pool, consumer, log, onProgress);
  const { deadLetters: topic } = statusLog;
  const relay = topic && relayDeadLetters({ pool, group, topic, signal, log });
  await persist({
    signal,
    work: (alive) =>
      statusLog.consume({
        group,
        signal,
        async handle(records) {
          try {
            await effects.apply(records);
            alive();
          } catch (error) {
            log('A batch of status events could not be applied; it comes again.', {
              group,
              error: String(error),
            });
            throw error;
          }
        },
      }),
    onFailure: (error, pauseMs) =>
      log('Status events cannot be consumed; it is tried again.', { group, pauseMs, error: String(error) }),
  });
  await relay;
}
