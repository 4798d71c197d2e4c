import { type StatusEvent } from '../contract/status-event.js';
import { toRecord } from '../contract/status-record.codec.js';
import { type ConsumedRecord } from '../status-log.port.js';

let nextOffset = 0n;

/** The events as records that a consumer gets, each at an offset of its own. */
export const consumed = (events: readonly StatusEvent[]): ConsumedRecord[] =>
  events.map((event) => ({ ...toRecord(event), partition: 0, offset: nextOffset++ }));
