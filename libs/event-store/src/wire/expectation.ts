import { type StreamExpectation } from '../served-event-store.port.js';
import { InvalidRequest } from './invalid-request.js';
import { toRevision } from './numbers.js';

/** The choice that requests of several kinds carry under names of their own. */
interface ExpectationOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** `revision` is the text of the request's exact revision, undefined when it names none. */
export function toExpectation(options: ExpectationOptions, revision: string | undefined): StreamExpectation {
  if (revision !== undefined) return toRevision(revision);
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  if (options.hasAny()) return 'any';
  throw new InvalidRequest('The request names no expected revision.');
}
