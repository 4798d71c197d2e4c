import { type CancellationReason, type Units } from '../order-terms.js';

/** Units that shall not be sent; without units, everything that can still be cancelled. */
export interface CancelOrder {
  readonly type: 'cancel';
  /** The cancellation's name within the order; the command's id where none is given. */
  readonly cancellationId?: string;
  readonly units?: readonly Units[];
  readonly reason: CancellationReason;
  readonly note?: string;
}

/** The buyer no longer wants to cancel what the seller has not answered yet. */
export interface WithdrawCancellation {
  readonly type: 'withdraw-cancellation';
  readonly cancellationId: string;
}

/** The seller's answer to a buyer's request to cancel. */
export interface AnswerCancellation {
  readonly type: 'answer-cancellation';
  readonly cancellationId: string;
  readonly approve: boolean;
  readonly note?: string;
}

export type CancellationCommand = CancelOrder | AnswerCancellation | WithdrawCancellation;
