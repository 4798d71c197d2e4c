import { type Pool, type PoolClient } from 'pg';
import { type Notice, type Recipient } from './notice.js';
import {
  laterOfAct,
  noticeArrays,
  type NoticeColumns,
  noticeColumnValues,
  noticeIn,
  noticeNames,
} from './notice-columns.js';

/** A notice as it was kept. */
export interface StoredNotice extends Omit<Notice, 'act'> {
  /** Grows with every notice. */
  readonly id: string;
}

export interface NoticePage {
  readonly notices: readonly StoredNotice[];
  /** Where the next page begins; missing on the last one. */
  readonly nextCursor?: string;
}

/**
 * Keeps notices. What comes later of an act that has one already joins it; what is known already is left as it
 * is.
 */
export async function storeNotices(tx: PoolClient, notices: readonly Notice[]): Promise<void> {
  await tx.query(
    `with newer as (select * from unnest(${noticeArrays}) with ordinality as newer (${noticeNames}, place)),
     joined as (
       update notices n set ${laterOfAct('n', 'created_at')} from newer
       where n.order_id = newer.order_id and n.recipient_role = newer.role and n.act = newer.act
         and n.sequence < newer.sequence
     )
     insert into notices
       (recipient_role, recipient_id, order_id, sequence, act, kind, title, body, link, created_at)
     select ${noticeNames} from newer
     where not exists (
       select from notices n
       where n.order_id = newer.order_id and n.recipient_role = newer.role
         and (n.act = newer.act or n.sequence = newer.sequence))
     order by place`,
    noticeColumnValues(notices),
  );
}

/** Somebody's notices, newest first; `cursor` is the `nextCursor` of the page before. */
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

interface NoticeRow extends NoticeColumns {
  readonly id: string;
  readonly created_at: Date;
}

const storedNotice = (row: NoticeRow): StoredNotice => ({
  id: row.id,
  ...noticeIn(row),
  createdAt: row.created_at.toISOString(),
});
