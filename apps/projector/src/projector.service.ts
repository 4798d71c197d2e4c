import { Injectable } from '@nestjs/common';
import { Engines } from '@app/engines';
import { BackgroundWork } from '@app/platform';
import { runProjector } from '@app/read-models';

/** Keeps the read models up to the event log. */
@Injectable()
export class Projector extends BackgroundWork {
  private parked = 0;

  constructor(private readonly engines: Engines) {
    super();
  }

  protected run(signal: AbortSignal): Promise<void> {
    const { database, eventStore } = this.engines;
    return runProjector({
      pool: database.pool,
      eventStore,
      signal,
      onProgress: ({ parked }) => this.tellOfParked(parked),
      onFailure: (error) => this.logger.warn('The projection begins anew from its checkpoint.', { error }),
    });
  }

  private tellOfParked(parked: number): void {
    if (parked > this.parked)
      this.logger.error(`${parked} orders cannot be projected; the table projection_failures says why.`);
    this.parked = parked;
  }
}
