import { Injectable } from '@nestjs/common';

/** How long a worker that has something to do may get nothing done, in milliseconds; a test gives shorter times. */
@Injectable()
export class WorkerLimits {
  /** Longer than any single wait of a worker for an engine, and than its pause after a failure. */
  readonly notReadyAfter: number = 60_000;
  /** From then on: what a restart does not mend is mended by people, who need some minutes. */
  readonly endAfter: number = 240_000;
  readonly lookEvery: number = 5_000;
}
