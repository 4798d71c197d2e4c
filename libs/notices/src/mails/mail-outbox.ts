import { type Pool, type PoolClient } from 'pg';
import { type Language } from '@app/words';
import {
  laterOfAct,
  noticeArrays,
  type NoticeColumns,
  noticeColumnValues,
  noticeIn,
  noticeNames,
} from '../notice-columns.js';
import { type Mail, type OutgoingMail } from './mail.js';

/** Milliseconds after which a mail that is being sent is thought to be left over from a crash. */
const leaseMs = 5 * 60_000;

/**
 * Keeps mails to be sent. What comes later of an act whose mail waits joins it; one that there is already is left
 * as it is. What is older than three days is no news any more: a log that is read anew notifies nobody again.
 */
export async function storeMails(tx: PoolClient, mails: readonly Mail[]): Promise<void> {
  await tx.query(
    `with newer as (
       select * from unnest(${noticeArrays}, $11::text[]) with ordinality as newer (${noticeNames}, language, place)
       where happened_at > now() - interval '3 days'
     ),
     joined as (
       update mails m set ${laterOfAct('m', 'happened_at')} from newer
       where m.order_id = newer.order_id and m.recipient_role = newer.role and m.act = newer.act
         and m.sequence < newer.sequence and m.state = 'waiting' and m.attempts = 0
       returning m.order_id, m.recipient_role, m.act
     )
     insert into mails
       (recipient_role, recipient_id, order_id, sequence, act, kind, title, body, link, happened_at, language)
     select ${noticeNames}, language from newer
     where (order_id, role, act) not in (select * from joined)
       and not exists (
         select from mails m
         where m.order_id = newer.order_id and m.recipient_role = newer.role and m.act = newer.act
           and m.sequence >= newer.sequence)
     order by place
     on conflict do nothing`,
    [...noticeColumnValues(mails), mails.map(({ language }) => language)],
  );
}

/**
 * Takes the mail that has been due the longest; until the lease is over it is nobody else's. What one reader gets about one
 * order goes out in the order in which it happened.
 */
export async function claimMail(pool: Pool): Promise<OutgoingMail | undefined> {
  const { rows } = await pool.query<MailRow>(
    `with due as (
       select id, due_at < now() - interval '3 days' as stale from mails m
       where state = 'waiting' and due_at <= now() and not exists (
         select from mails earlier
         where earlier.order_id = m.order_id and earlier.recipient_role = m.recipient_role
           and earlier.state = 'waiting' and earlier.id < m.id)
       order by due_at, id limit 1 for update skip locked
     )
     update mails m set attempts = m.attempts + 1, due_at = now() + $1 * interval '1 ms'
     from due where m.id = due.id
     returning m.*, stale, (
       select email_address from notice_preferences p
       where p.recipient_role = m.recipient_role and p.recipient_id = m.recipient_id) as address`,
    [leaseMs],
  );
  return rows[0] && outgoingMail(rows[0]);
}

/** What became of an attempt. */
export type MailOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly error: string; readonly delayMs: number }
  | { readonly state: 'given-up' | 'withdrawn'; readonly error: string };

/** Notes it, unless the mail was taken by somebody else meanwhile. */
export async function settleMail(
  pool: Pool,
  { id, attempts }: OutgoingMail,
  outcome: MailOutcome,
): Promise<void> {
  const { state, error, delayMs } = { error: undefined, delayMs: 0, ...outcome };
  await pool.query(
    `update mails set state = $3, error = $4, due_at = now() + $5 * interval '1 ms',
       ended_at = case $3 when 'waiting' then null else now() end
     where id = $1 and attempts = $2 and state = 'waiting'`,
    [id, attempts, state, error, delayMs],
  );
}

interface MailRow extends NoticeColumns {
  readonly id: string;
  readonly happened_at: Date;
  readonly language: Language;
  readonly attempts: number;
  readonly address: string | null;
  readonly stale: boolean;
}

const outgoingMail = (row: MailRow): OutgoingMail => ({
  id: row.id,
  ...noticeIn(row),
  happenedAt: row.happened_at,
  language: row.language,
  attempts: row.attempts,
  address: row.address ?? undefined,
  stale: row.stale,
});
