import { inspect } from 'node:util';
import { type Engines } from '@app/engines';
import { projectorWork } from '@app/read-models';
import { reservationWork } from '@app/reservations';
import { consumerWorks, publisherWork } from '@app/status-events';
import { trackingConsumer } from '@app/tracking';
import { runForever } from '@app/workers';
import { type Terminal } from '../terminal.js';

/**
 * Runs all that derives read models from the log while something is done that needs them. Beside a running system
 * its projector and publisher go on working, and the tracking is shared with its workers.
 */
export async function whileProjecting<T>(
  { database: { pool }, eventStore, logIdentity, orderLog, resources, statusLog }: Engines,
  { err }: Terminal,
  work: () => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const { signal } = stop;
  const log = (message: string, facts: Readonly<Record<string, unknown>>): void =>
    void err.write(`${message} ${inspect(facts, { breakLength: Infinity })}\n`);
  const verifyLog = () => logIdentity.claim();
  await verifyLog();
  const works = [
    projectorWork({ pool, eventStore, verifyLog }),
    publisherWork({ pool, orderLog, statusLog, verifyLog }),
    ...consumerWorks({ pool, statusLog, consumer: trackingConsumer, log }),
    reservationWork({
      pool,
      eventStore,
      verifyLog,
      orderLog,
      resources,
      onUnsettled: (orderId, error) =>
        log('An order cannot be read; it keeps what it holds.', { orderId, error }),
    }),
  ];
  const runners = works.map((each) =>
    runForever(each, signal, {
      onFailure: (error) => log(`The ${each.name} could not go on, and begins anew.`, { error }),
    }),
  );
  try {
    return await work();
  } finally {
    stop.abort();
    await Promise.all(runners);
  }
}
