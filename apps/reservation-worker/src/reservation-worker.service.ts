import { Injectable, Logger } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { Metrics, Readiness, Workers } from '@app/platform';
import { reservationWork } from '@app/reservations';
import { ReservationMetrics } from './reservation.metrics.js';

/** Gives back what cancelled orders held, and what no order followed. */
@Injectable()
export class ReservationWorker {
  private readonly logger = new Logger(ReservationWorker.name);

  constructor(engines: Engines, workers: Workers, metrics: Metrics, readiness: Readiness) {
    const { database, eventStore, orderLog, resources, logIdentity } = engines;
    needEngines(readiness, engines, 'database', 'event log');
    const reservations = new ReservationMetrics(engines, metrics);
    workers.add(
      reservationWork({
        pool: database.pool,
        eventStore,
        orderLog,
        resources,
        verifyLog: () => logIdentity.claim(),
        onUnsettled: (orderId, error) => {
          reservations.unsettled();
          this.logger.error('An order cannot be read; it keeps what it holds.', { orderId, error });
        },
      }),
    );
  }
}
