import { type Pool } from 'pg';
import { type ParkedOrder, parkedOrders, type ParkedRecord } from '@app/status-events';
import { CommandFailure } from '../command-failure.js';
import { countOf } from '../count-of.js';
import { printable } from '../printable.js';

/** What an order waits for: which event, of which type, and what is the matter with it. */
export const whatBlocks = (order: ParkedOrder): string => printable(blocking(order));

function blocking({ next, first }: ParkedOrder): string {
  if (first.sequence === undefined) return `a record without sequence ${matter(first)}`;
  if (first.sequence !== next) return `event ${next} has not come`;
  return `event ${next} ${first.headers.ce_type ?? '(of no type)'} ${matter(first)}`;
}

const matter = ({ reason, attempts, error }: ParkedRecord): string =>
  attempts === 0 ? `${reason}: not tried yet` : `${reason}: ${error}`;

/** Throws a CommandFailure that says what still stops the order, if anything does. */
export async function expectNothingBlocks(pool: Pool, orderId: string, group: string): Promise<void> {
  const [order] = await parkedOrders(pool, { group, orderId });
  if (order === undefined) return;
  throw new CommandFailure(
    `Order ${orderId} still waits in ${group}, with ${countOf(order.records, 'event')} parked: ${whatBlocks(order)}.`,
  );
}
