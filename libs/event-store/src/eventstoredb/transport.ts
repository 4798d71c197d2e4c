import { ErrorType } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { EventStoreUnavailable } from '../event-store.port.js';

const FAILED_TYPES: unknown[] = [
  ErrorType.TIMEOUT,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.UNAVAILABLE,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
];

/** The client hands some failures over as gRPC gave them, or as "unknown" with the status code only. */
const FAILED_CODES: unknown[] = [
  status.CANCELLED,
  status.UNKNOWN,
  status.DEADLINE_EXCEEDED,
  status.ABORTED,
  status.INTERNAL,
  status.UNAVAILABLE,
];

/** EventStoreUnavailable for a failure of the server or the way to it; any other error as it is. */
export function toFailure(error: unknown): unknown {
  if (error instanceof EventStoreUnavailable) return error;
  const { type, code, message } = error as { type?: unknown; code?: unknown; message: string };
  const failed =
    FAILED_TYPES.includes(type) || FAILED_CODES.includes(code) || message.startsWith('Failed to discover');
  return failed
    ? new EventStoreUnavailable(`EventStoreDB did not answer: ${message}`, { cause: error })
    : error;
}

/** Gives up waiting after `ms`: the client itself may wait for ever for a server that went away. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new EventStoreUnavailable(`EventStoreDB did not answer within ${ms} ms.`)),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw toFailure(error);
  } finally {
    clearTimeout(timer);
  }
}
