import { setTimeout as pause } from 'node:timers/promises';
import { type Pool } from 'pg';
import { type Log } from '../log.js';
import { asTheOnlyOne } from '../only-one.js';
import { persist } from '../persist.js';
import { type DeadLetterTopic } from '../status-log.port.js';
import { toDeadLetter } from './dead-letter.js';
import { parkedRecord, type ParkedRow } from './parked-row.js';

/** How long after it was parked a record is written at the latest, while the topic works. */
const pollMs = 1_000;
const maxBatch = 100;

export interface RelayOptions {
  readonly pool: Pool;
  readonly group: string;
  readonly topic: DeadLetterTopic;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/**
 * Writes what the group parks to its dead-letter topic, in the order in which it was parked, until the signal. Of
 * several members one does it. A record is noted as written afterwards, so it can be there twice and never be left
 * out; only what was released before its turn does not come. Failures are waited out, and hold nothing else up.
 */
export async function relayDeadLetters({ pool, group, topic, signal, log }: RelayOptions): Promise<void> {
  const relayUntil = async (end: AbortSignal, alive: () => void): Promise<void> => {
    while (!end.aborted) {
      const rows = await unpublished(pool, group);
      const letters = rows.map((row) => toDeadLetter(parkedRecord(row), topic.source));
      if (letters.length > 0) await topic.append(group, letters);
      await notePublished(pool, group, rows);
      alive();
      if (rows.length < maxBatch) await pause(pollMs, undefined, { signal: end }).catch(() => {});
    }
  };
  await persist({
    signal,
    work: (alive) => asTheOnlyOne(pool, `dead letters of ${group}`, signal, (end) => relayUntil(end, alive)),
    onFailure: (error, pauseMs) =>
      log('Dead letters cannot be written; it is tried again.', { group, pauseMs, error: String(error) }),
  });
}

async function unpublished(pool: Pool, group: string): Promise<ParkedRow[]> {
  const { rows } = await pool.query<ParkedRow>(
    `select * from parked_records where consumer_group = $1 and published_at is null
     order by parking_nr limit ${maxBatch}`,
    [group],
  );
  return rows;
}

/** A record that is being released or dropped at that moment is not waited for: it would only come once more. */
async function notePublished(pool: Pool, group: string, rows: readonly ParkedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await pool.query(
    `update parked_records set published_at = now() where parking_nr in (
       select parking_nr from parked_records where consumer_group = $1 and parking_nr = any($2)
       for update skip locked
     )`,
    [group, rows.map(({ parking_nr }) => parking_nr)],
  );
}
