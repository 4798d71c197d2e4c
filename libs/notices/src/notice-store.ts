import { type Pool, type PoolClient } from 'pg';
import { type Notice, type NoticeKind, type Recipient } from './notice.js';

/** A notice as it was kept. */
export interface StoredNotice extends Notice {
  /** Grows with every notice. */
  readonly id: string;
}

export interface NoticePage {
  readonly notices: readonly StoredNotice[];
  /** Where the next page begins; missing on the last one. */
  readonly nextCursor?: string;
}

/** Keeps notices; one that a recipient has of the same event already is left as it is. */
export async function storeNotices(tx: PoolClient, notices: readonly Notice[]): Promise<void> {
  const column = <T>(value: (notice: Notice) => T): T[] => notices.map(value);
  await tx.query(
    `insert into notices
       (recipient_role, recipient_id, order_id, sequence, kind, title, body, link, created_at)
     select * from unnest(
       $1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
     on conflict do nothing`,
    [
      column(({ recipient }) => recipient.role),
      column(({ recipient }) => recipient.id),
      column(({ orderId }) => orderId),
      column(({ sequence }) => sequence),
      column(({ kind }) => kind),
      column(({ title }) => title),
      column(({ body }) => body),
      column(({ link }) => link),
      column(({ createdAt }) => createdAt),
    ],
  );
}

/** What somebody was told, newest first; `cursor` is the `nextCursor` of the page before. */
export async function listNotices(
  pool: Pool,
  { role, id }: Recipient,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<NoticePage> {
  const { rows } = await pool.query<NoticeRow>(
    `select * from notices
     where recipient_role = $1 and recipient_id = $2 and ($3::bigint is null or id < $3)
     order by id desc limit $4`,
    [role, id, cursor, limit + 1],
  );
  const notices = rows.slice(0, limit).map(storedNotice);
  return { notices, nextCursor: rows.length > limit ? notices.at(-1)?.id : undefined };
}

interface NoticeRow {
  readonly id: string;
  readonly recipient_role: Recipient['role'];
  readonly recipient_id: string;
  readonly order_id: string;
  readonly sequence: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly created_at: Date;
}

const storedNotice = (row: NoticeRow): StoredNotice => ({
  id: row.id,
  recipient: { role: row.recipient_role, id: row.recipient_id },
  orderId: row.order_id,
  sequence: Number(row.sequence),
  kind: row.kind,
  title: row.title,
  body: row.body,
  link: row.link,
  createdAt: row.created_at.toISOString(),
});
