import { type MinorUnits } from '../money.js';
import { type ReturnReason, type Units } from '../order-terms.js';

/** The buyer wants to send delivered units back. */
export interface RequestReturn {
  readonly type: 'request-return';
  /** The return's name within the order; the command's id where none is given. */
  readonly returnId?: string;
  readonly units: readonly Units[];
  readonly reason: ReturnReason;
  readonly note?: string;
  /** Links to pictures or videos. */
  readonly evidence: readonly string[];
}

export const returnAnswers = ['approve', 'reject', 'offer'] as const;
export type ReturnAnswer = (typeof returnAnswers)[number];

/** The seller takes the units back, does not, or offers a part of their price to the buyer who keeps them. */
export interface AnswerReturn {
  readonly type: 'answer-return';
  readonly returnId: string;
  readonly answer: ReturnAnswer;
  /** What is offered; only with an offer. */
  readonly amount?: MinorUnits;
  readonly note?: string;
}

/** The buyer keeps the units for a part of their price, or sends them back after all. */
export interface AnswerOffer {
  readonly type: 'answer-offer';
  readonly returnId: string;
  readonly accept: boolean;
}

/** The buyer keeps the units and asks for nothing, as long as they were not sent back. */
export interface WithdrawReturn {
  readonly type: 'withdraw-return';
  readonly returnId: string;
}

/** The buyer has handed the units to a carrier; said again, with which carrier or number it really was. */
export interface ShipReturn {
  readonly type: 'ship-return';
  readonly returnId: string;
  readonly carrier: string;
  readonly trackingNumber: string;
}

/** A carrier's scan of what is sent back. */
export interface TrackReturn {
  readonly type: 'track-return';
  readonly returnId: string;
  /** The carrier's own code for what it did. */
  readonly code: string;
  readonly place?: string;
  /** When it was scanned (ISO 8601, UTC), by the carrier's clock. */
  readonly scannedAt: string;
  readonly description?: string;
}

/** What becomes of a return that does not reach its seller: the buyer has it again where it is undeliverable. */
export const returnOutcomes = ['lost', 'damaged', 'undeliverable'] as const;

/** A carrier says why the seller does not get what was sent back. */
export interface ReportReturnProblem {
  readonly type: 'report-return-problem';
  readonly returnId: string;
  readonly outcome: (typeof returnOutcomes)[number];
}

/** The seller has what was sent back, and accepts it or does not. */
export interface ReceiveReturn {
  readonly type: 'receive-return';
  readonly returnId: string;
  readonly accepted: boolean;
  readonly note?: string;
}

export type ReturnsCommand =
  | RequestReturn
  | AnswerReturn
  | AnswerOffer
  | WithdrawReturn
  | ShipReturn
  | TrackReturn
  | ReportReturnProblem
  | ReceiveReturn;
