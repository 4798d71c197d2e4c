import { inspect } from 'node:util';
import { type Engines } from '@app/engines';
import { runProjector } from '@app/read-models';
import { runReservations } from '@app/reservations';
import { runConsumer, runPublisher } from '@app/status-events';
import { trackingConsumer } from '@app/tracking';
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
  const runners = [
    runProjector({
      pool,
      eventStore,
      verifyLog,
      signal,
      onFailure: (error) => log('The projection begins anew from its checkpoint.', { error }),
    }),
    runPublisher({ pool, orderLog, statusLog, verifyLog, signal, log }),
    runConsumer({ pool, statusLog, consumer: trackingConsumer, signal, log }),
    runReservations({
      pool,
      eventStore,
      verifyLog,
      orderLog,
      resources,
      signal,
      onFailure: (error) => log('Reservations are followed anew from their checkpoint.', { error }),
      onUnsettled: (orderId, error) =>
        log('An order cannot be read; it keeps what it holds.', { orderId, error }),
    }),
  ];
  try {
    return await work();
  } finally {
    stop.abort();
    await Promise.all(runners);
  }
}
