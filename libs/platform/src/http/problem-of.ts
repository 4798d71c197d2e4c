import { HttpException } from '@nestjs/common';
import { isEngineAway } from '../engine-away.js';
import { damagedHistory, isStreamDamaged } from './damaged-history.js';
import { bodyLimit } from './json-body.js';
import { problem, ProblemError } from './problem.js';

/** What a status that the framework chose means. */
const problems: Readonly<Record<number, ProblemError>> = {
  400: problem(400, 'malformed-request', {}),
  403: problem(403, 'not-allowed', {}),
  404: problem(404, 'not-found', {}),
  413: problem(413, 'body-too-large', { most: bodyLimit / 1024 }),
  414: problem(414, 'address-too-long', {}),
  415: problem(415, 'unsupported-media-type', { type: 'application/json' }),
};

/** Seconds after which a caller may well try again. */
const retryAfter = { 'retry-after': '1' };

/** The answer to whatever was thrown. A bug is answered without details. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) return problems[error.getStatus()] ?? ofStatus(error.getStatus());
  if (isStreamDamaged(error)) return damagedHistory(error);
  if (isEngineAway(error)) return problem(503, 'temporarily-unavailable', {}, { headers: retryAfter });
  return problem(500, 'internal-error', {});
}

const ofStatus = (status: number): ProblemError =>
  new ProblemError(status, `http-${status}`, {
    key: status < 500 ? 'problem.malformed-request' : 'problem.internal-error',
  });
