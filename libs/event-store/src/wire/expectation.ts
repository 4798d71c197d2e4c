import { type StreamExpectation } from '../served-event-store.port.js';
import { InvalidRequest } from './invalid-request.js';
import { toInteger, toRevision } from './numbers.js';

/** The choice that requests of several kinds carry under names of their own. */
interface ExpectationOptions {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

/** What a request expects of its stream, and its exact revision as the answer has to repeat it. */
export interface Expectation {
  readonly of: StreamExpectation;
  readonly revision: string;
}

/** `revision` is the text of the request's exact revision, undefined when it names none. */
export function toExpectation(options: ExpectationOptions, revision: string | undefined): Expectation {
  return { of: expected(options, revision), revision: revision ?? '' };
}

function expected(options: ExpectationOptions, revision: string | undefined): StreamExpectation {
  if (revision !== undefined) {
    const number = toInteger(revision);
    return number < 0n ? 'no-stream' : toRevision(number);
  }
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  if (options.hasAny()) return 'any';
  throw new InvalidRequest('The request names no expected revision.');
}
