import { context } from '@opentelemetry/api';
import { type Pool, type PoolClient } from 'pg';
import { withTransaction } from '@app/database';
import { continued } from '@app/telemetry';
import { backOff } from '@app/workers';
import { type StatusEvent } from '../contract/status-event.js';
import { type StatusEventType } from '../contract/status-event-types.js';
import { type OperatorLog } from '../operator-log.js';
import { type ConsumedRecord } from '../status-log.port.js';
import { type ConsumerProgress, traceConsumed } from './consumer-progress.js';
import { isDatabasesFault } from './databases-fault.js';
import { advance, inboxOf, lockPartition } from './inbox.js';
import { type NewlyParked, type ParkedRecord, type ParkingReason, waitingReasons } from './parked-record.js';
import { clearApplied, nextParked, noteFailure, parkRecords, partitionOfParked } from './parking.js';
import { type NextEvent, nextEvent, sortOut } from './sort-out.js';
import { storable } from './storable.js';

/**
 * Turns events into effects through `tx`. Its commit also notes the events as applied, so what is written through it
 * happens once. Events of one order come in order; those of several orders may come together.
 */
export type HandleEvents = (events: readonly StatusEvent[], tx: PoolClient) => Promise<void>;

/** What is made of status events, and the name under which it is remembered what was applied. */
export interface StatusConsumer<Type extends StatusEventType = StatusEventType> {
  readonly group: string;
  /** Which events it wants; `all` are also those of types that this software does not know yet. Others are skipped. */
  readonly types: readonly Type[] | 'all';
  handle(events: readonly StatusEvent<Type>[], tx: PoolClient): Promise<void>;
}

/** How often an event is tried before it is parked. */
const maxAttempts = 3;

/** What became of an attempt to release an order. */
export interface Released {
  /** How many events were applied. */
  readonly released: number;
  /** Why the next one could not be, if it was tried. */
  readonly error?: string;
}

type Failure = Pick<NewlyParked, 'error' | 'attempts'>;

/** Applies what a group gets: each event once, in order per order, and what cannot be applied is parked. */
export class Effects {
  private readonly group: string;

  constructor(
    private readonly pool: Pool,
    private readonly consumer: StatusConsumer,
    private readonly log: OperatorLog,
    private readonly onProgress: (progress: ConsumerProgress) => void = () => {},
  ) {
    this.group = consumer.group;
  }

  /** Applies records of one partition. Throws when the database fails, and then wants the same records again. */
  async apply(records: readonly ConsumedRecord[]): Promise<void> {
    if (records.length === 0) return;
    const withParked = await this.applyOrPark(records.map(storable));
    for (const orderId of new Set(withParked)) await this.release(orderId, waitingReasons);
  }

  /** Applies what an order has parked for these reasons, in order, as far as it goes. */
  async release(orderId: string, reasons: readonly ParkingReason[]): Promise<Released> {
    const partition = await partitionOfParked(this.pool, this.group, orderId);
    if (partition === undefined) return { released: 0 };
    for (let released = 0; ; released += 1) {
      const began = Date.now();
      let tried: ParkedRecord | undefined;
      let next: NextEvent[] = [];
      const failure = await this.insist(() =>
        this.transact(partition, async (tx) => {
          tried = await nextParked(tx, this.group, orderId, reasons);
          next = tried === undefined ? [] : [nextEvent(tried, this.consumer.types)];
          await this.applyEvents(tx, next);
          await clearApplied(tx, this.group, orderId);
        }),
      );
      if (failure !== undefined) {
        if (tried !== undefined) await noteFailure(this.pool, tried, failure);
        return { released, error: failure.error };
      }
      if (tried === undefined) return { released };
      this.report(began, { ...outcomeOf(next), duplicates: 0, parked: [] });
    }
  }

  /** Answers the orders that have something parked. When a batch fails, its halves are tried, down to the culprit. */
  private async applyOrPark(records: readonly ConsumedRecord[]): Promise<string[]> {
    if (records.length === 1) {
      const outcome = await this.insist(() => this.applyAll(records));
      return 'error' in outcome ? this.parkFailed(records[0]!, outcome) : outcome;
    }
    try {
      return await this.applyAll(records);
    } catch (error) {
      if (await isDatabasesFault(this.pool, error)) throw error;
      const middle = records.length >> 1;
      const first = await this.applyOrPark(records.slice(0, middle));
      return [...first, ...(await this.applyOrPark(records.slice(middle)))];
    }
  }

  private async applyAll(records: readonly ConsumedRecord[]): Promise<string[]> {
    const began = Date.now();
    const { withParked, progress } = await this.transact(records[0]!.partition, async (tx) => {
      const inbox = await inboxOf(
        tx,
        this.group,
        records.map((record) => record.key),
      );
      const { next, parked } = sortOut(records, inbox, this.consumer.types);
      await this.applyEvents(tx, next);
      await this.park(tx, parked);
      const before = [...inbox.keys()].filter((orderId) => inbox.get(orderId)!.parked);
      const duplicates = records.length - next.length - parked.length;
      return {
        withParked: [...before, ...parked.map(({ record }) => record.key)],
        progress: { ...outcomeOf(next), duplicates, parked },
      };
    });
    this.report(began, progress);
    return withParked;
  }

  private async applyEvents(tx: PoolClient, next: readonly NextEvent[]): Promise<void> {
    const { applied } = outcomeOf(next);
    if (applied.length > 0) await this.consumer.handle(applied, tx);
    if (next.length > 0) await advance(tx, this.group, next);
  }

  private async parkFailed(record: ConsumedRecord, failure: Failure): Promise<string[]> {
    const began = Date.now();
    const parked: NewlyParked[] = [{ record, reason: 'failed', ...failure }];
    await this.transact(record.partition, (tx) => this.park(tx, parked));
    this.report(began, { applied: [], skipped: 0, duplicates: 0, parked });
    return [];
  }

  private async park(tx: PoolClient, parked: readonly NewlyParked[]): Promise<void> {
    await parkRecords(tx, this.group, parked);
    for (const { record, ...facts } of parked) {
      const { ce_correlationid: correlationId, ce_type: type, ce_traceparent } = record.headers;
      const loggedFacts = { group: this.group, orderId: record.key, correlationId, type, ...facts };
      context.with(continued(ce_traceparent), () => this.log('A status event was parked.', loggedFacts));
    }
  }

  private report(began: number, progress: ConsumerProgress): void {
    traceConsumed(this.group, began, progress);
    this.onProgress(progress);
  }

  private transact<T>(partition: number, work: (tx: PoolClient) => Promise<T>): Promise<T> {
    return withTransaction(this.pool, async (tx) => {
      await lockPartition(tx, this.group, partition);
      return work(tx);
    });
  }

  /** Tries a few times; answers with the last failure when all were in vain. */
  private async insist<T>(work: () => Promise<T>): Promise<T | Failure> {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await work();
      } catch (error) {
        if (await isDatabasesFault(this.pool, error)) throw error;
        if (attempts === maxAttempts) return { error: (error as Error).message, attempts };
        await backOff(attempts);
      }
    }
  }
}

function outcomeOf(next: readonly NextEvent[]): Pick<ConsumerProgress, 'applied' | 'skipped'> {
  const applied = next.flatMap(({ event }) => event ?? []);
  return { applied, skipped: next.length - applied.length };
}
