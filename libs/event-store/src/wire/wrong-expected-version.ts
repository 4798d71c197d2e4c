import { type ExpectedRevision } from '../event-store.port.js';
import { type StreamExpectation } from '../served-event-store.port.js';

/** A deletion found the stream otherwise than expected; appends have a field of their answer for it. */
export class WrongExpectedVersion extends Error {
  override readonly name = 'WrongExpectedVersion';

  constructor(
    readonly stream: string,
    readonly expected: StreamExpectation,
    readonly actual: ExpectedRevision,
  ) {
    super(
      `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected: ${expected}, Actual: ${actual}`,
    );
  }
}
