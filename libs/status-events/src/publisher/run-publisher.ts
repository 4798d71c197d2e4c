import { type Pool } from 'pg';
import { type RecordedEvent } from '@app/event-store';
import { decode, type OrderLog, orderStreamPrefix } from '@app/order-log';
import { toRecord } from '../contract/status-record.codec.js';
import { toStatusEvent } from '../contract/to-status-event.js';
import { type Log } from '../log.js';
import { persist } from '../persist.js';
import { type StatusLog, type StatusRecord } from '../status-log.port.js';
import { asTheOnlyOne } from '../only-one.js';
import { OrderFolds } from './order-folds.js';

export interface PublisherOptions {
  /** Of several publishers on one database, one works and the others wait. */
  readonly pool: Pool;
  readonly orderLog: OrderLog;
  readonly statusLog: StatusLog;
  /** Ends the publisher after the batch under way. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Told the log position up to which everything is published. */
  readonly onProgress?: (position: bigint) => void;
}

/**
 * Publishes a status event for every event of every order, in the order of the log, until the signal. It goes on
 * from what the topic holds; failures are waited out, and nothing is ever skipped.
 */
export async function runPublisher(options: PublisherOptions): Promise<void> {
  const { pool, orderLog, statusLog, signal, log, onProgress } = options;
  const folds = new OrderFolds(orderLog);

  const publishUntil = async (end: AbortSignal, alive: () => void): Promise<void> => {
    const failed = new AbortController();
    const batches = orderLog.store.subscribe({
      after: await statusLog.publishedUpTo(),
      streamPrefix: orderStreamPrefix,
      signal: AbortSignal.any([end, failed.signal]),
    });
    const publish = async (records: readonly StatusRecord[], position: bigint): Promise<void> => {
      if (records.length > 0) await statusLog.publish(records);
      alive();
      onProgress?.(position);
    };
    // While one batch is being published, the next one is read.
    let publication = Promise.resolve();
    for await (const { events, position } of batches) {
      const records = await recordsOf(events, folds);
      await publication;
      publication = publish(records, position);
      publication.catch(() => failed.abort());
    }
    await publication;
  };

  await persist({
    signal,
    work: (alive) => asTheOnlyOne(pool, 'publisher', signal, (end) => publishUntil(end, alive)),
    onFailure: (error, pauseMs) =>
      log('Status events cannot be published; it is tried again.', { pauseMs, error: String(error) }),
  });
}

async function recordsOf(events: readonly RecordedEvent[], folds: OrderFolds): Promise<StatusRecord[]> {
  const records: StatusRecord[] = [];
  for (const recorded of events) {
    const entry = decode(recorded);
    const { before, after } = await folds.around(entry);
    records.push(toRecord(toStatusEvent(before, after, entry)));
  }
  return records;
}
