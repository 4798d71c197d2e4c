import { type Pool, type PoolClient } from 'pg';
import { sequenceOf } from '../contract/status-record.codec.js';
import { type Dropping, type NewlyParked, type ParkedRecord, type ParkingReason } from './parked-record.js';
import { parkedRecord, type ParkedRow } from './parked-row.js';

/** Parks records; one that is parked already stays as it is, and one that was passed meanwhile is left out. */
export async function parkRecords(
  tx: PoolClient,
  group: string,
  parked: readonly NewlyParked[],
): Promise<void> {
  if (parked.length === 0) return;
  const column = <T>(value: (entry: NewlyParked) => T): T[] => parked.map(value);
  await tx.query(
    `insert into parked_records
       (consumer_group, partition_nr, record_offset, order_id, sequence, headers, value, reason, error, attempts)
     select $1, * from unnest(
       $2::integer[], $3::bigint[], $4::text[], $5::bigint[], $6::jsonb[], $7::text[], $8::text[], $9::text[], $10::integer[]
     ) as r (partition_nr, record_offset, order_id, sequence)
     where sequence is null or sequence >= next_sequence($1, order_id)
     on conflict do nothing`,
    [
      group,
      column(({ record }) => record.partition),
      column(({ record }) => record.offset),
      column(({ record }) => record.key),
      column(({ record }) => sequenceOf(record)),
      column(({ record }) => JSON.stringify(record.headers)),
      column(({ record }) => record.value),
      column(({ reason }) => reason),
      column(({ error }) => error),
      column(({ attempts }) => attempts),
    ],
  );
}

/** The partition that an order's parked records came from; undefined when none is parked. */
export async function partitionOfParked(
  pool: Pool,
  group: string,
  orderId: string,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ partition_nr: number }>(
    `select partition_nr from parked_records
     where consumer_group = $1 and order_id = $2 and dropped_at is null limit 1`,
    [group, orderId],
  );
  return rows[0]?.partition_nr;
}

/**
 * The parked record that the order waits for, if it was parked for one of these reasons; where the event has come
 * both in a readable and in an unreadable record, the readable one.
 */
export async function nextParked(
  tx: PoolClient,
  group: string,
  orderId: string,
  reasons: readonly ParkingReason[],
): Promise<ParkedRecord | undefined> {
  const { rows } = await tx.query<ParkedRow>(
    `select * from parked_records
     where consumer_group = $1 and order_id = $2 and sequence = next_sequence($1, $2) and reason = any($3)
     order by reason = 'unreadable', record_offset limit 1`,
    [group, orderId, reasons],
  );
  return rows[0] && parkedRecord(rows[0]);
}

/** Clears away what is parked of an order although it was applied. */
export async function clearApplied(tx: PoolClient, group: string, orderId: string): Promise<void> {
  await tx.query(
    `delete from parked_records
     where consumer_group = $1 and order_id = $2 and sequence < next_sequence($1, $2) and dropped_at is null`,
    [group, orderId],
  );
}

/** Notes that a parked record was tried in vain, if it is still parked. */
export async function noteFailure(
  pool: Pool,
  { group, partition, offset }: ParkedRecord,
  { error, attempts }: Pick<NewlyParked, 'error' | 'attempts'>,
): Promise<void> {
  await pool.query(
    `update parked_records set
       reason = case reason when 'unreadable' then reason else 'failed' end, error = $4, attempts = attempts + $5
     where consumer_group = $1 and partition_nr = $2 and record_offset = $3 and dropped_at is null`,
    [group, partition, offset, error, attempts],
  );
}

/** Gives up all records of an order's event; without a sequence, those that do not say theirs. */
export async function markDropped(
  tx: PoolClient,
  { group, orderId }: Pick<ParkedRecord, 'group' | 'orderId'>,
  sequence: number | undefined,
  { by, reason }: Dropping,
): Promise<void> {
  await tx.query(
    `update parked_records set dropped_at = now(), dropped_by = $4, drop_reason = $5
     where consumer_group = $1 and order_id = $2 and sequence is not distinct from $3 and dropped_at is null`,
    [group, orderId, sequence, by, reason],
  );
}
