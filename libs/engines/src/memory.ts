import { Injectable } from '@nestjs/common';
import { Workers } from '@app/platform';
import { Engines } from './engines.js';
import { forgetChanged } from './forget-changed.js';

/** Keeps what a process remembers of streams true to the log. */
@Injectable()
export class Memory {
  constructor(engines: Engines, workers: Workers) {
    workers.add({
      name: 'memory',
      // It follows what hardly ever happens, and nobody waits for it.
      hasMore: () => Promise.resolve(false),
      run: ({ signal }) => forgetChanged(engines, signal),
    });
  }
}
