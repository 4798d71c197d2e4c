import { type StatusRecord } from '../status-log.port.js';
import { type StatusData, type StatusEvent } from './status-event.js';

const sequenceDigits = 10;

/**
 * The event as it is written: CloudEvents in Kafka's binary mode
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md).
 */
export function toRecord(event: StatusEvent): StatusRecord {
  return {
    key: event.partitionkey,
    headers: {
      'content-type': 'application/json',
      ce_specversion: event.specversion,
      ce_id: event.id,
      ce_source: event.source,
      ce_type: event.type,
      ce_time: event.time,
      ce_partitionkey: event.partitionkey,
      ce_sequence: String(event.sequence).padStart(sequenceDigits, '0'),
      ce_correlationid: event.correlationid,
      ce_causationid: event.causationid,
      ce_logposition: String(event.logposition),
      ...(event.traceparent === undefined ? {} : { ce_traceparent: event.traceparent }),
    },
    value: JSON.stringify(event.data),
  };
}

/**
 * Reads a record, also of a type that is newer than this version of the software. Throws `UnreadableStatusRecord` for
 * what follows no contract.
 */
export function fromRecord(record: StatusRecord): StatusEvent {
  const specversion = headerOf(record, 'ce_specversion', (text) => text === '1.0');
  const sequence = sequenceOf(record);
  if (sequence === undefined) throw unreadable(record, 'ce_sequence is no whole number from 1');
  return {
    specversion,
    id: headerOf(record, 'ce_id'),
    source: headerOf(record, 'ce_source'),
    type: headerOf(record, 'ce_type'),
    time: headerOf(record, 'ce_time'),
    partitionkey: record.key,
    sequence,
    correlationid: headerOf(record, 'ce_correlationid'),
    causationid: headerOf(record, 'ce_causationid'),
    logposition: BigInt(headerOf(record, 'ce_logposition', (text) => /^\d+$/.test(text))),
    traceparent: record.headers.ce_traceparent,
    data: dataOf(record),
  } as StatusEvent;
}

/** The record's number within its order, also where the rest of it cannot be read. */
export function sequenceOf({ headers }: StatusRecord): number | undefined {
  const sequence = Number(headers.ce_sequence);
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : undefined;
}

/** The record does not follow the contract. */
export class UnreadableStatusRecord extends Error {
  override readonly name = 'UnreadableStatusRecord';
}

const unreadable = ({ key }: StatusRecord, reason: string): UnreadableStatusRecord =>
  new UnreadableStatusRecord(`A status record of order ${key} cannot be read: ${reason}.`);

function headerOf(record: StatusRecord, name: string, valid = (text: string) => text !== ''): string {
  const text = record.headers[name] ?? '';
  if (!valid(text)) throw unreadable(record, `${name} is "${text}"`);
  return text;
}

function dataOf(record: StatusRecord): StatusData {
  const data = parsed(record);
  if (data?.orderId !== record.key) throw unreadable(record, 'its value is no JSON object about that order');
  return data;
}

function parsed({ value }: StatusRecord): StatusData | undefined {
  try {
    return (JSON.parse(value) as StatusData | null) ?? undefined;
  } catch {
    return undefined;
  }
}
