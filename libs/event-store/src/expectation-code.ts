import { type StreamExpectation } from './served-event-store.port.js';

/** EventStoreDB's numbers for expectations that are no revision; the SQL functions use them as well. */
const CODES = { 'no-stream': -1, any: -2, 'stream-exists': -4 };

export function expectationCode(expected: StreamExpectation): number {
  return typeof expected === 'number' ? expected : CODES[expected];
}
