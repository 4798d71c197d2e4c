import { type Pool } from 'pg';
import { type OperatorLog } from '@app/status-events';
import { pauseAfter, sendWaiting, together, waitFor, type Work } from '@app/workers';
import { forgetDelivered } from './deliveries.js';
import {
  claimDelivery,
  type DeliveryOutcome,
  type OutgoingDelivery,
  settleDelivery,
} from './delivery-outbox.js';
import { type Poster } from './post.js';
import { signedHeaders } from './webhook.js';
import { disableWebhook } from './webhook-store.js';

export interface WebhookSenderOptions {
  readonly pool: Pool;
  readonly openPoster: () => Poster;
  readonly log: OperatorLog;
  /** Called for each attempt, after it was noted. */
  readonly onOutcome?: (state: DeliveryOutcome['state']) => void;
}

/** Deliveries under way at the same time, to all webhooks together. */
const atOnce = 8;
/** A delivery is tried 17 times, over most of a day. */
const maxAttempts = 17;
const backoff = { firstMs: 5000, longestMs: 4 * 3_600_000 };
/** A webhook that took nothing for so long is disabled. */
const longestFailingMs = 24 * 3_600_000;
const forgetEveryMs = 10 * 60_000;

/**
 * Sends webhooks their status events: at least once, and one order's events in order. A delivery
 * that fails holds up the later ones of its order to the same webhook, and nothing else.
 */
export const webhookSenderWork = (options: WebhookSenderOptions): Work => ({
  name: 'webhook sender',
  async run(turn) {
    const { pool } = options;
    const poster = options.openPoster();
    const send = (delivery: OutgoingDelivery) => deliver(delivery, poster, options);
    try {
      await together(
        turn.signal,
        (signal) => sendWaiting({ atOnce, claim: () => claimDelivery(pool), send }, { ...turn, signal }),
        (signal) => forgetNowAndThen(pool, signal),
      );
    } finally {
      poster.close();
    }
  },
});

/** What cannot be forgotten now can be later. */
async function forgetNowAndThen(pool: Pool, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await forgetDelivered(pool).catch(() => {});
    await waitFor(forgetEveryMs, signal);
  }
}

async function deliver(
  delivery: OutgoingDelivery,
  poster: Poster,
  { pool, log, onOutcome }: WebhookSenderOptions,
): Promise<void> {
  const { outcome, gone } = await attempt(delivery, poster);
  const failingSince = await settleDelivery(pool, delivery, outcome);
  onOutcome?.(outcome.state);
  if (outcome.state === 'delivered') return;
  const { webhookId, orderId, attempts } = delivery;
  const facts = { webhook: webhookId, orderId, attempts, error: outcome.error };
  log(
    `A webhook did not take an event; it was ${outcome.state === 'waiting' ? 'put off' : 'given up'}.`,
    facts,
  );
  const reason = gone ? 'It answered 410: it is gone.' : failedTooLong(failingSince);
  if (reason !== undefined && (await disableWebhook(pool, webhookId, reason)))
    log('A webhook was disabled: nothing is sent there any more.', { ...facts, reason });
}

function failedTooLong(failingSince: Date | undefined): string | undefined {
  if (failingSince === undefined || Date.now() - failingSince.getTime() < longestFailingMs) return undefined;
  return `It has taken nothing since ${failingSince.toISOString()}.`;
}

async function attempt(
  delivery: OutgoingDelivery,
  poster: Poster,
): Promise<{ readonly outcome: DeliveryOutcome; readonly gone?: true }> {
  const { url, body, secret, eventId, attempts } = delivery;
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'marketplace-orders',
    ...signedHeaders({ id: eventId, body, secret }, new Date()),
  };
  try {
    const status = await poster.post(url, headers, body);
    if (status >= 200 && status < 300) return { outcome: { state: 'delivered' } };
    const failure = failed(`It answered ${status}.`, attempts);
    return status === 410 ? { outcome: failure, gone: true } : { outcome: failure };
  } catch (error) {
    return { outcome: failed((error as Error).message, attempts) };
  }
}

const failed = (error: string, attempts: number): DeliveryOutcome =>
  attempts >= maxAttempts
    ? { state: 'given-up', error }
    : { state: 'waiting', error, delayMs: pauseAfter(attempts, backoff) };
