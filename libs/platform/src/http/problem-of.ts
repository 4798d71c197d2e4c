import { HttpException } from '@nestjs/common';
import { isEngineAway } from '../engine-away.js';
import { damagedHistory, isStreamDamaged } from './damaged-history.js';
import { ProblemError } from './problem.js';

/** What a status that the framework chose means. */
const codes: Readonly<Record<number, string>> = {
  400: 'malformed-request',
  403: 'not-allowed',
  404: 'not-found',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
};

/** Seconds after which a caller may well try again. */
const retryAfter = { 'retry-after': '1' };

/** The answer to whatever was thrown. A bug is answered without details. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException)
    return new ProblemError(
      error.getStatus(),
      codes[error.getStatus()] ?? `http-${error.getStatus()}`,
      error.message,
    );
  if (isStreamDamaged(error)) return damagedHistory(error);
  if (isEngineAway(error))
    return new ProblemError(
      503,
      'temporarily-unavailable',
      'The system cannot carry this out right now; the same request may be sent again.',
      { headers: retryAfter },
    );
  return new ProblemError(500, 'internal-error', 'Something went wrong here, not with the request.');
}
