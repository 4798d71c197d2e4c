import { sentence } from '@app/words';
import { ProblemError } from './problem.js';

/** The error of the event log that says what is wrong with a stream, known by its name: it is of another library. */
interface StreamDamaged extends Error {
  readonly name: 'StreamDamaged';
  /** `order-<id>`, `coupon-<seller>/<code>` and the like. */
  readonly stream: string;
  readonly revision: number;
}

export const isStreamDamaged = (error: unknown): error is StreamDamaged =>
  error instanceof Error && error.name === 'StreamDamaged';

/** The answer where what is asked about, or needed for it, has a history that cannot be understood. */
export function damagedHistory({ stream, revision }: StreamDamaged): ProblemError {
  const [, kind = '', id = ''] = /^(\w+)-(.*)$/.exec(stream) ?? [];
  return new ProblemError(
    409,
    `${kind}-history-damaged`,
    sentence('history-damaged', { kind, id, revision }),
  );
}
