import { type Pool } from 'pg';
import { selectList } from '../tables/table.js';
import { orderMessages } from '../tables/tables.js';
import { type MessageRow } from '../views/message-row.js';
import { readRows } from './read-rows.js';

/** Some messages of an order, the newest first. */
export interface MessagePage {
  readonly messages: readonly MessageRow[];
  /** The `before` of the next page; undefined on the last one. */
  readonly next?: number;
}

const columns = selectList(Object.keys(orderMessages.columns));

/** The newest messages of an order, or those before a revision of it; at most `limit`, which is at least 1. */
export async function listMessages(
  pool: Pool,
  orderId: string,
  { before = Number.MAX_SAFE_INTEGER, limit }: { readonly before?: number; readonly limit: number },
): Promise<MessagePage> {
  const text = `select ${columns} from order_messages where order_id = $1 and revision < $2
    order by revision desc limit $3`;
  const rows = await readRows<MessageRow>(pool, text, [orderId, before, limit + 1]);
  const messages = rows.slice(0, limit);
  return { messages, next: rows.length > limit ? messages.at(-1)?.revision : undefined };
}
