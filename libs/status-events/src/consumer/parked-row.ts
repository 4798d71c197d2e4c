import { type ParkedRecord, type ParkingReason } from './parked-record.js';

/** A row of the table `parked_records`. */
export interface ParkedRow {
  readonly consumer_group: string;
  readonly partition_nr: number;
  readonly record_offset: string;
  readonly order_id: string;
  readonly sequence: string | null;
  readonly headers: Record<string, string>;
  readonly value: string;
  readonly reason: ParkingReason;
  readonly error: string;
  readonly attempts: number;
  readonly parked_at: Date;
  readonly parking_nr: string;
  readonly dropped_at: Date | null;
  readonly dropped_by: string | null;
  readonly drop_reason: string | null;
}

export const parkedRecord = (row: ParkedRow): ParkedRecord => ({
  group: row.consumer_group,
  orderId: row.order_id,
  key: row.order_id,
  sequence: row.sequence === null ? undefined : Number(row.sequence),
  partition: row.partition_nr,
  offset: BigInt(row.record_offset),
  headers: row.headers,
  value: row.value,
  reason: row.reason,
  error: row.error,
  attempts: row.attempts,
  parkedAt: row.parked_at,
  dropped:
    row.dropped_at === null
      ? undefined
      : { at: row.dropped_at, by: row.dropped_by!, reason: row.drop_reason! },
});
