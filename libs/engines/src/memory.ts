import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BackgroundWork, isEngineAway } from '@app/platform';
import { Engines } from './engines.js';
import { forgetChanged } from './forget-changed.js';

const pauseMs = 1_000;

/** Keeps what a process remembers of streams true to the log. */
@Injectable()
export class Memory extends BackgroundWork {
  constructor(private readonly engines: Engines) {
    super();
  }

  protected async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await forgetChanged(this.engines, signal).catch((error: unknown) => {
        if (!isEngineAway(error)) this.logger.warn('Changed streams are looked for anew.', { error });
      });
      await setTimeout(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
}
