import { type StatusRecord } from '../status-log.port.js';
import { type ParkedRecord } from './parked-record.js';

/** An error can quote whatever it failed on; the record has to stay below the broker's limit. */
const longestError = 2_000;

/** A parked record as the dead-letter topic has it: as it came, and in headers from where and why. */
export const toDeadLetter = (parked: ParkedRecord, topic: string): StatusRecord => ({
  key: parked.key,
  headers: {
    ...parked.headers,
    dlq_reason: parked.reason,
    dlq_error: parked.error.slice(0, longestError),
    dlq_attempts: String(parked.attempts),
    dlq_topic: topic,
    dlq_partition: String(parked.partition),
    dlq_offset: String(parked.offset),
    dlq_parked_at: parked.parkedAt.toISOString(),
  },
  value: parked.value,
});
