import { type Pool } from 'pg';
import { type Position, positionAt, type RecordedEvent } from '@app/event-store';
import { decode, type OrderLog, orderStreamPrefix } from '@app/order-log';
import { toRecord } from '../contract/status-record.codec.js';
import { toStatusEvent } from '../contract/to-status-event.js';
import { type Log } from '../log.js';
import { persist } from '../persist.js';
import { type StatusLog } from '../status-log.port.js';
import { asTheOnlyOne } from '../only-one.js';
import { OrderFolds } from './order-folds.js';
import { endPublishing, type Publishing, startPublishing } from './publish-span.js';

export interface PublisherOptions {
  /** Of several publishers on one database, one works and the others wait. */
  readonly pool: Pool;
  readonly orderLog: OrderLog;
  readonly statusLog: StatusLog;
  /** Ends the publisher after the batch under way. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Told where the publisher begins, and after each batch. */
  readonly onProgress?: (progress: PublisherProgress) => void;
  /** Told when this process no longer publishes: it ends, or begins anew after a failure. */
  readonly onStop?: () => void;
}

export interface PublisherProgress {
  /** Everything up to this position of the log is published; undefined where nothing is yet. */
  readonly position: Position | undefined;
  /** Status events that were written since the last time. */
  readonly events: number;
}

/**
 * Publishes a status event for every event of every order, in the order of the log, until the signal. It goes on
 * from what the topic holds; failures are waited out, and nothing is ever skipped.
 */
export async function runPublisher(options: PublisherOptions): Promise<void> {
  const { pool, orderLog, statusLog, signal, log, onProgress, onStop } = options;
  const folds = new OrderFolds(orderLog);

  const publishUntil = async (end: AbortSignal, alive: () => void): Promise<void> => {
    const failed = new AbortController();
    const published = await statusLog.resume();
    const after = published === undefined ? undefined : positionAt(published);
    onProgress?.({ position: after, events: 0 });
    const batches = orderLog.store.subscribe({
      after,
      streamPrefixes: [orderStreamPrefix],
      signal: AbortSignal.any([end, failed.signal]),
    });
    const publish = async (coming: readonly Publishing[], position: Position | undefined): Promise<void> => {
      if (coming.length > 0) await publishAll(statusLog, coming);
      alive();
      onProgress?.({ position, events: coming.length });
    };
    // While one batch is being published, the next one is read.
    let publication = Promise.resolve();
    for await (const { events, position } of batches) {
      const coming = await statusEventsOf(events, folds);
      await publication;
      publication = publish(coming, position);
      publication.catch(() => failed.abort());
    }
    await publication;
  };

  await persist({
    signal,
    // The lock is for the others to wait, and may be lost at any moment: that a publisher without it writes nothing
    // any more, or nothing twice, is up to the status log (`resume`).
    work: (alive) =>
      asTheOnlyOne(pool, 'publisher', signal, (end) => publishUntil(end, alive).finally(onStop)),
    onFailure: (error, pauseMs) =>
      log('Status events cannot be published; it is tried again.', { pauseMs, error: String(error) }),
  });
}

async function statusEventsOf(events: readonly RecordedEvent[], folds: OrderFolds): Promise<Publishing[]> {
  const coming: Publishing[] = [];
  for (const recorded of events) {
    const entry = decode(recorded);
    const { before, after } = await folds.around(entry);
    coming.push(startPublishing(toStatusEvent(before, after, entry)));
  }
  return coming;
}

async function publishAll(statusLog: StatusLog, coming: readonly Publishing[]): Promise<void> {
  try {
    await statusLog.publish(coming.map(({ event }) => toRecord(event)));
    endPublishing(coming);
  } catch (error) {
    endPublishing(coming, true);
    throw error;
  }
}
