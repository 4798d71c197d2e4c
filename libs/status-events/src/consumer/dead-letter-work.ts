import { type Pool } from 'pg';
import { asTheOnlyOne, type Turn, waitFor, type Work } from '@app/workers';
import { type DeadLetterTopic } from '../status-log.port.js';
import { toDeadLetter } from './dead-letter.js';
import { parkedRecord, type ParkedRow } from './parked-row.js';

/** How long after it was parked a record is written at the latest, while the topic works. */
const pollMs = 1_000;
const maxBatch = 100;

/**
 * Writes what the group parks to its dead-letter topic, in the order in which it was parked. Of several members one
 * does it. A record is noted as written afterwards, so it can be there twice and never be left out; only what was
 * released before its turn does not come. It holds nothing else up.
 */
export function deadLetterWork(pool: Pool, group: string, topic: DeadLetterTopic): Work {
  const name = `dead letters of ${group}`;
  const relay = async ({ signal, progressed }: Turn): Promise<void> => {
    while (!signal.aborted) {
      const rows = await unpublished(pool, group);
      const letters = rows.map((row) => toDeadLetter(parkedRecord(row), topic.source));
      if (letters.length > 0) await topic.append(group, letters);
      await notePublished(pool, group, rows);
      progressed();
      if (rows.length < maxBatch) await waitFor(pollMs, signal);
    }
  };
  return { name, run: (turn) => asTheOnlyOne(pool, name, turn, relay) };
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
