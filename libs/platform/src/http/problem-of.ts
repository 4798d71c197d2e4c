import { HttpException } from '@nestjs/common';
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

/** Errors of engines that are away for the moment, by their names: they belong to other libraries. */
const unavailable = ['EventStoreUnavailable', 'StatusLogUnavailable'];

/** Seconds after which a caller may well try again. */
const retryAfter = { 'retry-after': '1' };

/** The answer to whatever was thrown. Of a bug nothing is told. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException)
    return new ProblemError(
      error.getStatus(),
      codes[error.getStatus()] ?? `http-${error.getStatus()}`,
      error.message,
    );
  if (isUnavailable(error))
    return new ProblemError(
      503,
      'temporarily-unavailable',
      'The system cannot carry this out right now; the same request may be sent again.',
      { headers: retryAfter },
    );
  return new ProblemError(500, 'internal-error', 'Something went wrong here, not with the request.');
}

/** PostgreSQL's classes of errors that pass: connection, resources, shutdown (appendix A of its manual). */
const passingSqlState = /^(08|53|57P)/;
/** What its client says of a connection that it lost or did not get; these errors have no code. */
const noConnection = /^(Connection terminated|timeout exceeded when trying to connect)/;
const brokenSocket = ['ECONNRESET', 'EPIPE'];
const connecting = ['connect', 'getaddrinfo'];

function isUnavailable(error: unknown): boolean {
  const {
    name = '',
    message = '',
    code = '',
    syscall = '',
  } = Object(error) as Partial<NodeJS.ErrnoException>;
  return (
    unavailable.includes(name) ||
    passingSqlState.test(code) ||
    brokenSocket.includes(code) ||
    connecting.includes(syscall) ||
    noConnection.test(message)
  );
}
