import fc from 'fast-check';
import { type Pool } from 'pg';
import { Effects, type StatusConsumer } from '../consumer/effects.js';
import { type StatusEvent } from '../contract/status-event.js';
import { type ConsumedRecord } from '../status-log.port.js';
import { anyHistory } from './any-history.js';
import { consumed } from './consumed.js';
import { statusEventsOf } from './status-events-of.js';

/** Gives records to a consumer, as its runtime would. */
export const deliverEvents = (
  pool: Pool,
  consumer: StatusConsumer,
  records: readonly ConsumedRecord[],
): Promise<void> => new Effects(pool, consumer, () => {}).apply(records);

export interface Deliveries {
  /** The events of three orders, one order after the other, each in order. */
  readonly events: readonly StatusEvent[];
  /** Every one of them at least once, in any order, cut into batches. */
  readonly batches: readonly (readonly ConsumedRecord[])[];
}

/** Events of three new orders, and how a topic at its worst would deliver them. */
export const anyDeliveries: fc.Arbitrary<Deliveries> = fc
  .tuple(fc.uuid(), fc.uuid(), fc.uuid())
  .chain((orderIds) => fc.tuple(...orderIds.map(anyHistory)))
  .chain((histories) => {
    const events = histories.flatMap((history) => statusEventsOf(history));
    const records = consumed(events);
    return fc
      .subarray(records)
      .chain((repeated) => shuffled([...records, ...repeated]))
      .chain((all) =>
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }).map((sizes) => cut(all, sizes)),
      )
      .map((batches) => ({ events, batches }));
  });

const shuffled = <T>(all: T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray(all, { minLength: all.length });

function cut(records: readonly ConsumedRecord[], sizes: readonly number[]): ConsumedRecord[][] {
  const batches: ConsumedRecord[][] = [];
  for (let start = 0; start < records.length; start += batches.at(-1)!.length)
    batches.push(records.slice(start, start + sizes[batches.length % sizes.length]!));
  return batches;
}
