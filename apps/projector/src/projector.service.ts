import { Injectable } from '@nestjs/common';
import { Engines, needEngines } from '@app/engines';
import { BackgroundWork, Metrics, Readiness } from '@app/platform';
import { type ProjectorProgress, runProjector } from '@app/read-models';
import { ProjectorMetrics } from './projector.metrics.js';

/** Keeps the read models up to the event log. */
@Injectable()
export class Projector extends BackgroundWork {
  private readonly metrics: ProjectorMetrics;
  private parked = 0;

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
    readiness: Readiness,
  ) {
    super();
    needEngines(readiness, this.engines, 'database', 'event log');
    this.metrics = new ProjectorMetrics(engines, metrics);
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, eventStore, logIdentity } = this.engines;
    return runProjector({
      pool: database.pool,
      eventStore,
      verifyLog: () => logIdentity.claim(),
      onTrouble: this.tellTrouble,
      signal,
      onProgress: (progress) => this.report(progress),
      onFailure: (error) => this.logger.warn('The projection begins anew from its checkpoint.', { error }),
    });
  }

  private report(progress: ProjectorProgress): void {
    this.metrics.report(progress);
    if (progress.parked > this.parked)
      this.logger.error(`${progress.parked} orders cannot be projected; "parked list" says why.`);
    this.parked = progress.parked;
  }
}
