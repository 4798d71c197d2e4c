import { type NewEvent } from '../event-store.port.js';
import { type ServedAppendResult, type StreamExpectation } from '../served-event-store.port.js';

/** Events on their way into a stream. */
export interface Append {
  readonly stream: string;
  readonly expected: StreamExpectation;
  readonly events: readonly NewEvent[];
}

export type AppendAnswer = ServedAppendResult | { readonly kind: 'tombstoned' };
