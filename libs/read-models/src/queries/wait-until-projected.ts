import { setTimeout } from 'node:timers/promises';
import { type Pool } from 'pg';

const longestPauseMs = 25;

/**
 * Whether the order's views hold this revision before the time is over (ms), to read what one has just written.
 * Looks at once, and then again after growing pauses: a projector that is not behind needs a few milliseconds.
 */
export async function waitUntilProjected(
  pool: Pool,
  orderId: string,
  revision: number,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  for (let pause = 2; ; pause = Math.min(2 * pause, longestPauseMs)) {
    const { rowCount } = await pool.query({
      name: 'is projected',
      text: 'select 1 from order_details where order_id = $1 and revision >= $2',
      values: [orderId, revision],
    });
    if (rowCount === 1) return true;
    const left = deadline - Date.now();
    if (left <= 0) return false;
    await setTimeout(Math.min(pause, left));
  }
}
