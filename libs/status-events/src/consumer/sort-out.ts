import { type StatusEvent } from '../contract/status-event.js';
import { type StatusEventType } from '../contract/status-event-types.js';
import { fromRecord, sequenceOf } from '../contract/status-record.codec.js';
import { type ConsumedRecord, type StatusRecord } from '../status-log.port.js';
import { type NewlyParked } from './parked-record.js';

type Types = readonly StatusEventType[] | 'all';

/** What a group has done with an order so far. */
export interface OrderProgress {
  /** Sequence of the last event that was applied; 0 before the first. */
  readonly last: number;
  /** Whether the event after it is parked. */
  readonly stuck: boolean;
}

/** An event whose turn it is. */
export interface NextEvent {
  readonly orderId: string;
  readonly sequence: number;
  /** Missing where the consumer does not want it: then it only counts. */
  readonly event?: StatusEvent;
}

/** What is to become of records: applied or skipped, parked, or dropped where they stand in neither list. */
export interface SortedOut {
  readonly next: readonly NextEvent[];
  readonly parked: readonly NewlyParked[];
}

/** Only the event directly behind the last one is next; older ones are duplicates, later ones have to wait. */
export function sortOut(
  records: readonly ConsumedRecord[],
  progress: ReadonlyMap<string, OrderProgress>,
  types: Types,
): SortedOut {
  const now = new Map(progress);
  const next: NextEvent[] = [];
  const parked: NewlyParked[] = [];
  for (const record of records) {
    const { last, stuck } = now.get(record.key) ?? { last: 0, stuck: false };
    const sequence = sequenceOf(record);
    if (sequence !== undefined && sequence <= last) continue;

    const event = read(record, types);
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

/** Reads a record as far as the consumer wants it. Throws `UnreadableStatusRecord` like `fromRecord`. */
export function nextEvent(record: StatusRecord, types: Types): NextEvent {
  const type = record.headers.ce_type;
  const sequence = sequenceOf(record);
  if (types !== 'all' && type && !types.includes(type as StatusEventType) && sequence !== undefined)
    return { orderId: record.key, sequence };
  const event = fromRecord(record);
  return { orderId: event.partitionkey, sequence: event.sequence, event };
}

function read(record: ConsumedRecord, types: Types): NextEvent | Error {
  try {
    return nextEvent(record, types);
  } catch (error) {
    return error as Error;
  }
}

const waiting = (last: number, stuck: boolean): Pick<NewlyParked, 'reason' | 'error'> =>
  stuck
    ? { reason: 'follows-parked', error: `Event ${last + 1} of the order is parked.` }
    : { reason: 'sequence-gap', error: `Event ${last + 1} of the order has not come yet.` };
