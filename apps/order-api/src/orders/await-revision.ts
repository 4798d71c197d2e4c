import { type Pool } from 'pg';
import { waitUntilProjected } from '@app/read-models';
import { problem } from '../problems/problem.js';

/** Milliseconds that a reader waits for what was written just before. */
const timeoutMs = 2000;

/** Waits until the read models show this revision of an order; throws 503 where that takes too long. */
export async function awaitRevision(pool: Pool, orderId: string, revision: number): Promise<void> {
  if (await waitUntilProjected(pool, orderId, revision, timeoutMs)) return;
  throw problem('not-yet-visible', {});
}
