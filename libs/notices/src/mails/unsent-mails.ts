import { type Pool } from 'pg';
import { type Recipient } from '../notice.js';

/** A mail that was not sent, as an operator sees it. */
export interface UnsentMail {
  readonly id: string;
  readonly recipient: Recipient;
  readonly orderId: string;
  readonly kind: string;
  readonly state: 'waiting' | 'given-up';
  readonly attempts: number;
  readonly error?: string;
  readonly createdAt: Date;
}

/** Most mails of a list. */
const mostListed = 1000;

/** The mails that wait or were given up, the oldest first. */
export async function listUnsentMails(pool: Pool): Promise<UnsentMail[]> {
  const { rows } = await pool.query<UnsentRow>(
    `select id, recipient_role, recipient_id, order_id, kind, state, attempts, error, created_at from mails
     where state in ('waiting', 'given-up') order by created_at limit $1`,
    [mostListed],
  );
  return rows.map((row) => ({
    id: row.id,
    recipient: { role: row.recipient_role, id: row.recipient_id },
    orderId: row.order_id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    error: row.error ?? undefined,
    createdAt: row.created_at,
  }));
}

/** Lets mails that were given up be tried anew, all of them or one; answers how many there were. */
export async function retryMails(pool: Pool, id?: string): Promise<number> {
  const { rowCount } = await pool.query(
    `update mails set state = 'waiting', attempts = 0, due_at = now(), ended_at = null
     where state = 'given-up' and ($1::bigint is null or id = $1)`,
    [id],
  );
  return rowCount ?? 0;
}

/** What waits and what was given up. */
export interface MailCounts {
  /** Seconds since the oldest waiting mail was written; 0 where none waits. */
  readonly oldestWaitingSeconds: number;
  readonly givenUp: number;
}

export async function mailCounts(pool: Pool): Promise<MailCounts> {
  const { rows } = await pool.query<{ oldest: number; given_up: number }>(
    `select coalesce(extract(epoch from now() - min(created_at) filter (where state = 'waiting')), 0)::float8 as oldest,
       (count(*) filter (where state = 'given-up'))::integer as given_up
     from mails where state in ('waiting', 'given-up')`,
  );
  return { oldestWaitingSeconds: rows[0]!.oldest, givenUp: rows[0]!.given_up };
}

interface UnsentRow {
  readonly id: string;
  readonly recipient_role: Recipient['role'];
  readonly recipient_id: string;
  readonly order_id: string;
  readonly kind: string;
  readonly state: UnsentMail['state'];
  readonly attempts: number;
  readonly error: string | null;
  readonly created_at: Date;
}
