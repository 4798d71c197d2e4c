import { type Writable } from 'node:stream';

/** What a command is run with, and where it writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly out: Writable;
  readonly err: Writable;
}
