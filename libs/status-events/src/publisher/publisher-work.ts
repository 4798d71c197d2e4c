import { hasMore } from '@app/followers';
import { orderStreamPrefix } from '@app/order-log';
import { asTheOnlyOne, type Work } from '@app/workers';
import { Publication, publisher } from './publication.js';
import { type PublisherOptions } from './publisher-options.js';

/**
 * Publishes a status event for every event of every order, in the order of the log. It goes on from what the topic
 * holds, and nothing is ever skipped. An order whose history is damaged is parked, and published from there on when it
 * is released.
 */
export function publisherWork(options: PublisherOptions): Work {
  const { pool, orderLog, onStop } = options;
  let current: Publication | undefined;
  return {
    name: publisher,
    hasMore: () => hasMore(pool, orderLog.store, publisher, orderStreamPrefix, current?.position),
    // The lock is for the others to wait, and may be lost at any moment: that a publisher without it writes nothing
    // any more, or nothing twice, is up to the status log (`resume`).
    run: (turn) =>
      asTheOnlyOne(pool, publisher, turn, async (leading) => {
        current = await Publication.resume(options, leading);
        await current.run();
      }).finally(onStop),
  };
}
