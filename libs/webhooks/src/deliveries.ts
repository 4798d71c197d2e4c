import { type Pool } from 'pg';

/** What is not delivered to webhooks. */
export interface WebhookCounts {
  /** Seconds since the oldest waiting delivery was written; 0 where none waits. */
  readonly oldestWaitingSeconds: number;
  readonly givenUp: number;
  /** Webhooks that are disabled. */
  readonly disabled: number;
}

export async function webhookCounts(pool: Pool): Promise<WebhookCounts> {
  const { rows } = await pool.query<{ oldest: number; given_up: number; disabled: number }>(
    `select
       (select coalesce(extract(epoch from now() - min(created_at)), 0)::float8
        from webhook_deliveries where state = 'waiting') as oldest,
       (select count(*)::integer from webhook_deliveries where state = 'given-up') as given_up,
       (select count(*)::integer from webhooks where disabled_at is not null) as disabled`,
  );
  const { oldest, given_up: givenUp, disabled } = rows[0]!;
  return { oldestWaitingSeconds: oldest, givenUp, disabled };
}

/** What has not come to a webhook, by state. */
export interface Undelivered {
  readonly webhookId: string;
  readonly waiting: number;
  readonly held: number;
  readonly givenUp: number;
  /** Why the latest attempt failed, of any of them. */
  readonly error?: string;
}

export async function undeliveredCounts(pool: Pool): Promise<Undelivered[]> {
  const { rows } = await pool.query<{
    webhook_id: string;
    waiting: number;
    held: number;
    given_up: number;
    error: string | null;
  }>(
    `select webhook_id,
       (count(*) filter (where state = 'waiting'))::integer as waiting,
       (count(*) filter (where state = 'held'))::integer as held,
       (count(*) filter (where state = 'given-up'))::integer as given_up,
       (array_agg(error order by due_at desc) filter (where error is not null))[1] as error
     from webhook_deliveries where state <> 'delivered' group by webhook_id`,
  );
  return rows.map(({ webhook_id, waiting, held, given_up, error }) => ({
    webhookId: webhook_id,
    waiting,
    held,
    givenUp: given_up,
    error: error ?? undefined,
  }));
}

/** Lets what was given up of a webhook be sent anew; answers how many deliveries that were. */
export async function redeliver(pool: Pool, webhookId: string): Promise<number> {
  const { rowCount } = await pool.query(
    `update webhook_deliveries d set
       state = case when w.disabled_at is null then 'waiting' else 'held' end,
       attempts = 0, due_at = now(), ended_at = null
     from webhooks w where w.id = d.webhook_id and w.id = $1 and d.state = 'given-up'`,
    [webhookId],
  );
  return rowCount ?? 0;
}

/** Forgets what was delivered more than a week ago, at most so many at once; answers how many. */
export async function forgetDelivered(pool: Pool, most = 10_000): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from webhook_deliveries where id in (
       select id from webhook_deliveries
       where state = 'delivered' and ended_at < now() - interval '7 days' limit $1 for update skip locked)`,
    [most],
  );
  return rowCount ?? 0;
}
