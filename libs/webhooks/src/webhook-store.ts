import { randomUUID } from 'node:crypto';
import { type Pool, type PoolClient } from 'pg';
import { withTransaction } from '@app/database';
import { type StatusEventType } from '@app/status-events';
import { newSecret, type Webhook, type WebhookRequest } from './webhook.js';

/** Adds a webhook with a new secret; undefined where its owner has one for this address already. */
export async function addWebhook(
  pool: Pool,
  ownerId: string,
  { url, eventTypes, sellerId }: WebhookRequest,
): Promise<{ readonly webhook: Webhook; readonly secret: string } | undefined> {
  const secret = newSecret();
  const { rows } = await pool.query<WebhookRow>(
    `insert into webhooks (id, owner_id, url, secret, event_types, seller_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (owner_id, url) do nothing returning *`,
    [randomUUID(), ownerId, url, secret, eventTypes, sellerId],
  );
  return rows[0] && { webhook: webhookOf(rows[0]), secret };
}

/** The webhooks of an owner, or all; the oldest first. */
export async function listWebhooks(db: Pool | PoolClient, ownerId?: string): Promise<Webhook[]> {
  const { rows } = await db.query<WebhookRow>(
    'select * from webhooks where $1::text is null or owner_id = $1 order by created_at, id',
    [ownerId],
  );
  return rows.map(webhookOf);
}

/** Removes a webhook and all that waits for it; false where there is none, or it is another's than the owner's. */
export async function removeWebhook(pool: Pool, id: string, ownerId?: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'delete from webhooks where id = $1 and ($2::text is null or owner_id = $2)',
    [id, ownerId],
  );
  return rowCount === 1;
}

/** Sends nothing there any more; what waits is held. False where that was so already. */
export const disableWebhook = (pool: Pool, id: string, reason: string): Promise<boolean> =>
  withTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `update webhooks set disabled_at = now(), disabled_reason = $2 where id = $1 and disabled_at is null`,
      [id, reason],
    );
    await tx.query(
      `update webhook_deliveries set state = 'held' where webhook_id = $1 and state = 'waiting'`,
      [id],
    );
    return rowCount === 1;
  });

/** Sends there again, what was held first; false where there is no such webhook or it is not disabled. */
export const enableWebhook = (pool: Pool, id: string): Promise<boolean> =>
  withTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query(
      `update webhooks set disabled_at = null, disabled_reason = null, failing_since = null
       where id = $1 and disabled_at is not null`,
      [id],
    );
    await tx.query(
      `update webhook_deliveries set state = 'waiting', attempts = 0, due_at = now(), leased_until = null
       where webhook_id = $1 and state = 'held'`,
      [id],
    );
    return rowCount === 1;
  });

interface WebhookRow {
  readonly id: string;
  readonly owner_id: string;
  readonly url: string;
  readonly event_types: StatusEventType[] | null;
  readonly seller_id: string | null;
  readonly created_at: Date;
  readonly failing_since: Date | null;
  readonly disabled_at: Date | null;
  readonly disabled_reason: string | null;
}

const webhookOf = (row: WebhookRow): Webhook => ({
  id: row.id,
  ownerId: row.owner_id,
  url: row.url,
  eventTypes: row.event_types ?? undefined,
  sellerId: row.seller_id ?? undefined,
  createdAt: row.created_at,
  failingSince: row.failing_since ?? undefined,
  disabled: row.disabled_at === null ? undefined : { at: row.disabled_at, reason: row.disabled_reason! },
});
