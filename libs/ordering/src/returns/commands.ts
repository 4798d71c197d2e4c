import { type ReturnReason, type Units } from '../order-terms.js';

/** The buyer wants to send delivered units back. */
export interface RequestReturn {
  readonly type: 'request-return';
  readonly units: readonly Units[];
  readonly reason: ReturnReason;
  readonly note?: string;
  /** Links to pictures or videos. */
  readonly evidence: readonly string[];
}
