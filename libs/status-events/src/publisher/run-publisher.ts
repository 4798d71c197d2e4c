import { asTheOnlyOne } from '../only-one.js';
import { persist } from '../persist.js';
import { Publication, publisher } from './publication.js';
import { type PublisherOptions } from './publisher-options.js';

/**
 * Publishes a status event for every event of every order, in the order of the log, until the signal. It goes on
 * from what the topic holds; failures are waited out, and nothing is ever skipped. An order whose history is damaged is
 * parked, and published from there on when it is released.
 */
export async function runPublisher(options: PublisherOptions): Promise<void> {
  const { pool, signal, log, onStop } = options;
  await persist({
    signal,
    // The lock is for the others to wait, and may be lost at any moment: that a publisher without it writes nothing
    // any more, or nothing twice, is up to the status log (`resume`).
    work: (alive) =>
      asTheOnlyOne(pool, publisher, signal, (end) =>
        Publication.resume(options, alive)
          .then((publication) => publication.run(end))
          .finally(onStop),
      ),
    onFailure: (error, pauseMs) =>
      log('Status events cannot be published; it is tried again.', { pauseMs, error: String(error) }),
  });
}
