import { type Pool } from 'pg';
import { withTransaction } from '@app/database';
import { type Released, type StatusConsumer } from './effects.js';
import { advanceTo, lockPartition } from './inbox.js';
import { parkedOrders } from './parked-orders.js';
import { type Dropping, type ParkedOrder, waitingReasons } from './parked-record.js';
import { markDropped, partitionOfParked } from './parking.js';
import { releaseParked } from './release-parked.js';

/** Why an event was not dropped; codes are stable. */
export interface DropRefusal {
  readonly code: 'nothing-parked' | 'event-missing' | 'sequence-unknown' | 'not-tried' | 'other-event';
  /** What is the matter and what to do, for an operator. */
  readonly message: string;
}

export type DropOutcome =
  | (Released & {
      readonly kind: 'dropped';
      /** Which event was given up; missing where the record did not say its sequence. */
      readonly sequence?: number;
    })
  | { readonly kind: 'refused'; readonly refusal: DropRefusal };

/** What an operator gives up, and on whose word. */
export interface DropRequest extends Dropping {
  /** The event that is meant; refused when it is another one that blocks the order by now. */
  readonly sequence?: number;
}

/**
 * Gives up the one parked event that an order waits for: the group passes it over without an effect, and its record
 * stays, with who dropped it and why. Then what follows it is applied as far as it goes, as by a release.
 * Only what was tried in vain can be dropped. A record that does not say its sequence is no event that anything could
 * wait for: it can be dropped when nothing else of the order is parked, and nothing is passed over by that.
 */
export async function dropParked(
  pool: Pool,
  consumer: StatusConsumer,
  orderId: string,
  { sequence: meant, ...dropping }: DropRequest,
): Promise<DropOutcome> {
  const { group } = consumer;
  const partition = await partitionOfParked(pool, group, orderId);
  if (partition === undefined) return refused(nothingParked(group, orderId));
  const outcome = await withTransaction(pool, async (tx) => {
    await lockPartition(tx, group, partition);
    const [order] = await parkedOrders(tx, { group, orderId });
    if (order === undefined) return nothingParked(group, orderId);
    const refusal = refusalFor(order, meant);
    if (refusal !== undefined) return refusal;
    const { sequence } = order.first;
    await markDropped(tx, order, sequence, dropping);
    if (sequence !== undefined) await advanceTo(tx, group, new Map([[orderId, sequence]]));
    return { sequence };
  });
  if ('code' in outcome) return refused(outcome);
  return { kind: 'dropped', ...outcome, ...(await releaseParked(pool, consumer, orderId)) };
}

const refused = (refusal: DropRefusal): DropOutcome => ({ kind: 'refused', refusal });

const nothingParked = (group: string, orderId: string): DropRefusal => ({
  code: 'nothing-parked',
  message: `Nothing of order ${orderId} is parked by ${group}.`,
});

function refusalFor(
  { group, orderId, next, first, unnumbered }: ParkedOrder,
  meant: number | undefined,
): DropRefusal | undefined {
  if (first.sequence !== undefined && first.sequence !== next)
    return unnumbered === 0
      ? {
          code: 'event-missing',
          message:
            `Order ${orderId} waits for event ${next}, which ${group} never got: there is nothing to drop. ` +
            'What is parked follows by itself as soon as that event comes; see that it is published.',
        }
      : {
          code: 'sequence-unknown',
          message:
            `Order ${orderId} waits for event ${next}. A parked record that does not say its sequence may be it, but ` +
            `${group} cannot know: have the event published again in a record that says its sequence.`,
        };
  if (meant !== undefined && meant !== first.sequence)
    return {
      code: 'other-event',
      message:
        `It is not event ${meant} that blocks order ${orderId} in ${group}, but ` +
        `${first.sequence === undefined ? 'a record that does not say its sequence' : `event ${first.sequence}`}: look at it first.`,
    };
  if (waitingReasons.includes(first.reason))
    return {
      code: 'not-tried',
      message: `Event ${next} of order ${orderId} has not been tried yet by ${group}: release the order first.`,
    };
  return undefined;
}
