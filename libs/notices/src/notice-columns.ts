import { type Notice, type NoticeKind, type Recipient } from './notice.js';
import { saidBy } from './notices-for.js';

/** The columns that the tables of notices and of mails share. */
export interface NoticeColumns {
  readonly recipient_role: Recipient['role'];
  readonly recipient_id: string;
  readonly order_id: string;
  readonly sequence: string;
  readonly act: string | null;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

/** What a row says of its notice. */
export const noticeIn = (row: NoticeColumns): Omit<Notice, 'createdAt' | 'act'> => ({
  recipient: { role: row.recipient_role, id: row.recipient_id },
  orderId: row.order_id,
  sequence: Number(row.sequence),
  kind: row.kind,
  title: row.title,
  body: row.body,
  link: row.link,
});

/** What `unnest` takes of `noticeValues`, where they are a query's first parameters. */
export const noticeArrays =
  '$1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[]';

/** What they are called then. */
export const noticeNames = 'role, id, order_id, sequence, act, kind, title, body, link, happened_at';

/**
 * Sets the columns of a row `kept` where `newer` comes later of the same act: what says it better takes its place, as if both
 * had come at once, and all else is said behind it.
 */
export function laterOfAct(kept: string, happenedAt: string): string {
  const better = `'${JSON.stringify(saidBy)}'::jsonb ->> ${kept}.kind = newer.kind`;
  const columns = { kind: 'kind', title: 'title', link: 'link', [happenedAt]: 'happened_at' };
  const replaced = Object.entries(columns).map(
    ([column, value]) => `${column} = case when ${better} then newer.${value} else ${kept}.${column} end`,
  );
  return `sequence = newer.sequence, ${replaced.join(', ')},
    body = case when ${better} then newer.body else ${kept}.body || ' ' || newer.body end`;
}

/** Notices column by column, in the order of `NoticeColumns`, and when it happened. */
export function noticeColumnValues(notices: readonly Notice[]): unknown[][] {
  const column = <T>(value: (notice: Notice) => T): T[] => notices.map(value);
  return [
    column(({ recipient }) => recipient.role),
    column(({ recipient }) => recipient.id),
    column(({ orderId }) => orderId),
    column(({ sequence }) => sequence),
    column(({ act }) => act),
    column(({ kind }) => kind),
    column(({ title }) => title),
    column(({ body }) => body),
    column(({ link }) => link),
    column(({ createdAt }) => createdAt),
  ];
}
