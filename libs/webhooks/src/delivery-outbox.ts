import { type Pool, type PoolClient } from 'pg';
import { withTransaction } from '@app/database';
import { type StatusEvent } from '@app/status-events';

/** A status event that a webhook is to get. */
export interface NewDelivery {
  readonly webhookId: string;
  readonly event: StatusEvent;
  readonly body: string;
}

/** A delivery that is due. */
export interface OutgoingDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly orderId: string;
  readonly eventId: string;
  readonly body: string;
  readonly url: string;
  readonly secret: string;
  /** How often it was tried, this time included. */
  readonly attempts: number;
}

/** Seconds after which a delivery that is being sent is thought to be left over from a crash. */
const leaseSeconds = 60;
/** Most deliveries to one webhook at the same time, or nearly: a slow one must not take up everybody. */
const mostAtOnce = 3;

/** Keeps deliveries to be sent; one that there is of the same event already is left as it is. */
export async function storeDeliveries(tx: PoolClient, deliveries: readonly NewDelivery[]): Promise<void> {
  const column = <T>(value: (delivery: NewDelivery) => T): T[] => deliveries.map(value);
  await tx.query(
    // A webhook may have been removed meanwhile.
    `insert into webhook_deliveries (webhook_id, order_id, sequence, event_id, event_type, body)
     select d.* from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[])
       as d (webhook_id, order_id, sequence, event_id, event_type, body)
     join webhooks w on w.id = d.webhook_id
     order by w.id for key share of w
     on conflict do nothing`,
    [
      column(({ webhookId }) => webhookId),
      column(({ event }) => event.partitionkey),
      column(({ event }) => event.sequence),
      column(({ event }) => event.id),
      column(({ event }) => event.type),
      column(({ body }) => body),
    ],
  );
}

/**
 * Takes the delivery that has been due the longest and is its webhook's next one of its order; until the lease is over
 * it is nobody else's.
 */
export async function claimDelivery(pool: Pool): Promise<OutgoingDelivery | undefined> {
  const { rows } = await pool.query<DeliveryRow>(
    `with due as (
       select d.id from webhooks w cross join lateral (
         select d.id, d.due_at from webhook_deliveries d
         where d.webhook_id = w.id and d.state = 'waiting' and d.due_at <= now()
           and not exists (
             select from webhook_deliveries e
             where e.webhook_id = w.id and e.order_id = d.order_id and e.state = 'waiting'
               and e.sequence < d.sequence)
         order by d.due_at, d.id limit 1 for update skip locked
       ) d
       where (
         select count(*) from webhook_deliveries f
         where f.webhook_id = w.id and f.leased_until > now()) < $2
       order by d.due_at, d.id limit 1
     )
     update webhook_deliveries d set
       attempts = d.attempts + 1,
       due_at = now() + $1 * interval '1 s',
       leased_until = now() + $1 * interval '1 s'
     from due, webhooks w where d.id = due.id and w.id = d.webhook_id
     returning d.id, d.webhook_id, d.order_id, d.event_id, d.body, d.attempts, w.url, w.secret`,
    [leaseSeconds, mostAtOnce],
  );
  return rows[0] && outgoing(rows[0]);
}

/** What became of an attempt. */
export type DeliveryOutcome =
  | { readonly state: 'delivered' }
  | { readonly state: 'waiting'; readonly error: string; readonly delayMs: number }
  | { readonly state: 'given-up'; readonly error: string };

/**
 * Notes it with its delivery and its webhook, unless the delivery was taken by somebody else meanwhile. Answers since
 * when nothing was taken there before a failure; undefined where this is the first one, or none.
 */
export const settleDelivery = (
  pool: Pool,
  { id, webhookId, orderId, attempts }: OutgoingDelivery,
  outcome: DeliveryOutcome,
): Promise<Date | undefined> =>
  withTransaction(pool, async (tx) => {
    const { state, error, delayMs } = { error: undefined, delayMs: 0, ...outcome };
    const delivered = state === 'delivered';
    // Whoever touches both takes the webhook first.
    const { rows } = await tx.query<{ failing_since: Date | null }>(
      'select failing_since from webhooks where id = $1 for no key update',
      [webhookId],
    );
    const { rowCount } = await tx.query(
      `update webhook_deliveries set state = $3, error = $4, leased_until = null,
         due_at = now() + $5 * interval '1 ms', ended_at = case $3 when 'waiting' then null else now() end
       where id = $1 and attempts = $2 and state = 'waiting'`,
      [id, attempts, state, error, delayMs],
    );
    if (rowCount === 0) return undefined;
    // The later ones of its order wait with it, and not in the way of what can be sent.
    if (!delivered || attempts > 1)
      await tx.query(
        `update webhook_deliveries set due_at = now() + $3 * interval '1 ms'
         where webhook_id = $1 and order_id = $2 and state = 'waiting'`,
        [webhookId, orderId, delayMs],
      );
    await tx.query(
      `update webhooks set failing_since = case when $2 then null else now() end
       where id = $1 and (failing_since is null) <> $2`,
      [webhookId, delivered],
    );
    return delivered ? undefined : (rows[0]?.failing_since ?? undefined);
  });

interface DeliveryRow {
  readonly id: string;
  readonly webhook_id: string;
  readonly order_id: string;
  readonly event_id: string;
  readonly body: string;
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

const outgoing = (row: DeliveryRow): OutgoingDelivery => ({
  id: row.id,
  webhookId: row.webhook_id,
  orderId: row.order_id,
  eventId: row.event_id,
  body: row.body,
  url: row.url,
  secret: row.secret,
  attempts: row.attempts,
});
