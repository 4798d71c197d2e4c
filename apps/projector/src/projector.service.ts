import { Injectable, Logger } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { Metrics, Readiness, Workers } from '@app/platform';
import { type ProjectorProgress, projectorWork } from '@app/read-models';
import { ProjectorMetrics } from './projector.metrics.js';

/** Keeps the read models up to the event log. */
@Injectable()
export class Projector {
  private readonly logger = new Logger(Projector.name);
  private readonly metrics: ProjectorMetrics;
  private parked = 0;

  constructor(engines: Engines, workers: Workers, metrics: Metrics, readiness: Readiness) {
    const { database, eventStore, logIdentity } = engines;
    needEngines(readiness, engines, 'database', 'event log');
    this.metrics = new ProjectorMetrics(engines, metrics);
    workers.add(
      projectorWork({
        pool: database.pool,
        eventStore,
        verifyLog: () => logIdentity.claim(),
        onProgress: (progress) => this.report(progress),
        log: (message, facts) => this.logger.warn(message, facts),
      }),
    );
  }

  private report(progress: ProjectorProgress): void {
    this.metrics.report(progress);
    if (progress.parked > this.parked)
      this.logger.error(`${progress.parked} orders cannot be projected; "parked list" says why.`);
    this.parked = progress.parked;
  }
}
