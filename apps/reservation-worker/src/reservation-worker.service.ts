import { Injectable } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { BackgroundWork, Metrics, Readiness } from '@app/platform';
import { runReservations } from '@app/reservations';
import { ReservationMetrics } from './reservation.metrics.js';

/** Gives back what cancelled orders held, and what no order followed. */
@Injectable()
export class ReservationWorker extends BackgroundWork {
  private readonly metrics: ReservationMetrics;

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
    readiness: Readiness,
  ) {
    super();
    needEngines(readiness, this.engines, 'database', 'event log');
    this.metrics = new ReservationMetrics(engines, metrics);
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, eventStore, orderLog, resources, logIdentity } = this.engines;
    return runReservations({
      pool: database.pool,
      eventStore,
      orderLog,
      resources,
      verifyLog: () => logIdentity.claim(),
      onTrouble: this.tellTrouble,
      signal,
      onFailure: (error) =>
        this.logger.warn('Reservations are followed anew from their checkpoint.', { error }),
      onUnsettled: (orderId, error) => {
        this.metrics.unsettled();
        this.logger.error('An order cannot be read; it keeps what it holds.', { orderId, error });
      },
    });
  }
}
