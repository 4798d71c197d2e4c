import { type Pool, type PoolClient } from 'pg';
import { type NewlyParked, type ParkedRecord, type ParkingReason } from './parked-record.js';
import { sequenceOf } from '../contract/status-record.codec.js';

/** What a group has parked, order by order, the oldest event of each first. */
export async function listParked(pool: Pool, group: string): Promise<ParkedRecord[]> {
  const { rows } = await pool.query<ParkedRow>(
    'select * from parked_records where consumer_group = $1 order by order_id, sequence, record_offset',
    [group],
  );
  return rows.map(parkedRecord);
}

/** Parks records; one that is parked already stays as it is. */
export async function park(tx: PoolClient, group: string, parked: readonly NewlyParked[]): Promise<void> {
  if (parked.length === 0) return;
  const column = <T>(value: (entry: NewlyParked) => T): T[] => parked.map(value);
  await tx.query(
    `insert into parked_records
       (consumer_group, partition_nr, record_offset, order_id, sequence, headers, value, reason, error, attempts)
     select $1, * from unnest(
       $2::integer[], $3::bigint[], $4::text[], $5::bigint[], $6::jsonb[], $7::text[], $8::text[], $9::text[], $10::integer[])
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
    'select partition_nr from parked_records where consumer_group = $1 and order_id = $2 limit 1',
    [group, orderId],
  );
  return rows[0]?.partition_nr;
}

/** The parked record that the order waits for, if it was parked for one of these reasons. */
export async function nextParked(
  tx: PoolClient,
  group: string,
  orderId: string,
  reasons: readonly ParkingReason[],
): Promise<ParkedRecord | undefined> {
  const { rows } = await tx.query<ParkedRow>(
    `select * from parked_records
     where consumer_group = $1 and order_id = $2 and sequence = next_sequence($1, $2) and reason = any($3)
     order by record_offset limit 1`,
    [group, orderId, reasons],
  );
  return rows[0] && parkedRecord(rows[0]);
}

/** Clears away what is parked of an order although it was applied. */
export async function clearApplied(tx: PoolClient, group: string, orderId: string): Promise<void> {
  await tx.query(
    'delete from parked_records where consumer_group = $1 and order_id = $2 and sequence < next_sequence($1, $2)',
    [group, orderId],
  );
}

/** Notes that the record that the order waits for was tried in vain. */
export async function noteFailure(
  pool: Pool,
  group: string,
  orderId: string,
  { error, attempts }: Pick<NewlyParked, 'error' | 'attempts'>,
): Promise<void> {
  await pool.query(
    `update parked_records set reason = 'failed', error = $3, attempts = attempts + $4
     where consumer_group = $1 and order_id = $2 and sequence = next_sequence($1, $2)`,
    [group, orderId, error, attempts],
  );
}

interface ParkedRow {
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
}

const parkedRecord = (row: ParkedRow): ParkedRecord => ({
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
});
