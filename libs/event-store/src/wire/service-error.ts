import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { EventStoreUnavailable, StreamTombstoned } from '../event-store.port.js';
import { InvalidRequest } from './invalid-request.js';
import { WrongExpectedVersion } from './wrong-expected-version.js';

/** A failed call as EventStoreDB reports it: the trailer `exception` names the error that the client raises. */
export function toServiceError(error: unknown): ServiceError {
  if (error instanceof InvalidRequest) return serviceError(error.code, error.message, error.trailers);
  if (error instanceof StreamTombstoned) {
    return serviceError(status.FAILED_PRECONDITION, `Event stream '${error.stream}' is deleted.`, {
      exception: 'stream-deleted',
      'stream-name': error.stream,
    });
  }
  if (error instanceof WrongExpectedVersion) {
    return serviceError(status.FAILED_PRECONDITION, error.message, {
      exception: 'wrong-expected-version',
      'stream-name': error.stream,
      'expected-version': error.expected,
      'actual-version': error.actual,
    });
  }
  const code = error instanceof EventStoreUnavailable ? status.UNAVAILABLE : status.UNKNOWN;
  return serviceError(code, (error as Error).message, {});
}

function serviceError(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>>,
): ServiceError {
  const metadata = new Metadata();
  // Trailers are ASCII; a name with other letters is shortened to what can be sent.
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value.replace(/[^\x20-\x7e]/g, '?'));
  return Object.assign(new Error(details), { code, details, metadata });
}
