import { type StatusEvent } from '../contract/status-event.js';
import { fromRecord, sequenceOf } from '../contract/status-record.codec.js';
import { type ConsumedRecord } from '../status-log.port.js';
import { type NewlyParked } from './parked-record.js';

/** What a group has done with an order so far. */
export interface OrderProgress {
  /** Sequence of the last event that was applied; 0 before the first. */
  readonly last: number;
  /** Whether the event after it is parked. */
  readonly stuck: boolean;
}

/** What is to become of records: applied, parked, or dropped where they stand in neither list. */
export interface SortedOut {
  readonly next: readonly StatusEvent[];
  readonly parked: readonly NewlyParked[];
}

/** Only the event directly behind the last one is next; older ones are duplicates, later ones have to wait. */
export function sortOut(
  records: readonly ConsumedRecord[],
  progress: ReadonlyMap<string, OrderProgress>,
): SortedOut {
  const now = new Map(progress);
  const next: StatusEvent[] = [];
  const parked: NewlyParked[] = [];
  for (const record of records) {
    const { last, stuck } = now.get(record.key) ?? { last: 0, stuck: false };
    const sequence = sequenceOf(record);
    if (sequence !== undefined && sequence <= last) continue;

    const event = read(record);
    if (event instanceof Error) {
      parked.push({ record, reason: 'unreadable', error: event.message, attempts: 1 });
      if (sequence === last + 1) now.set(record.key, { last, stuck: true });
    } else if (event.sequence === last + 1) {
      next.push(event);
      now.set(record.key, { last: event.sequence, stuck: false });
    } else {
      parked.push({ record, ...waiting(last, stuck), attempts: 0 });
    }
  }
  return { next, parked };
}

function read(record: ConsumedRecord): StatusEvent | Error {
  try {
    return fromRecord(record);
  } catch (error) {
    return error as Error;
  }
}

const waiting = (last: number, stuck: boolean): Pick<NewlyParked, 'reason' | 'error'> =>
  stuck
    ? { reason: 'follows-parked', error: `Event ${last + 1} of the order is parked.` }
    : { reason: 'sequence-gap', error: `Event ${last + 1} of the order has not come yet.` };
