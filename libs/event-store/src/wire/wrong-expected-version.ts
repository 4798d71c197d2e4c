import { type ExpectedRevision } from '../event-store.port.js';
import { expectationCode } from '../expectation-code.js';
import { type Expectation } from './expectation.js';

/** A deletion found the stream otherwise than expected; appends have a field of their answer for it. */
export class WrongExpectedVersion extends Error {
  override readonly name = 'WrongExpectedVersion';
  /** As EventStoreDB's numbers: a revision, or what stands for one. */
  readonly expected: string;
  readonly actual: string;

  constructor(
    readonly stream: string,
    { of, revision }: Expectation,
    actual: ExpectedRevision,
  ) {
    const expected = typeof of === 'number' ? revision : expectationCode(of).toString();
    const found = expectationCode(actual).toString();
    super(
      `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${found}`,
    );
    this.expected = expected;
    this.actual = found;
  }
}
