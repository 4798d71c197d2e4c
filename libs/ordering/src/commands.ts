import {
  type AnswerCancellation,
  type CancelOrder,
  type WithdrawCancellation,
} from './cancellation/commands.js';
import {
  type AnswerChange,
  type ChangeAddress,
  type ModifyLines,
  type WithdrawChange,
} from './changes/commands.js';
import {
  type AnswerClaim,
  type EscalateClaim,
  type OpenClaim,
  type ResolveClaim,
  type WithdrawClaim,
} from './claims/commands.js';
import { type PostMessage, type SubmitReview } from './conversation/commands.js';
import {
  type ArrangeShipment,
  type ChangeEstimate,
  type ConfirmOrder,
  type ConfirmReceipt,
  type DeliverPackage,
  type ReportDelay,
  type ShipOrder,
  type TrackPackage,
} from './fulfilment/commands.js';
import { type PayOrder } from './payment/commands.js';
import { type CreateOrder } from './placement/commands.js';
import {
  type FailRefund,
  type RefundOrder,
  type RetryRefund,
  type SettleRefund,
} from './refunds/commands.js';
import {
  type AnswerOffer,
  type AnswerReturn,
  type ReceiveReturn,
  type RequestReturn,
  type ShipReturn,
  type TrackReturn,
  type WithdrawReturn,
} from './returns/commands.js';

export * from './cancellation/commands.js';
export * from './conversation/commands.js';
export * from './changes/commands.js';
export * from './claims/commands.js';
export * from './fulfilment/commands.js';
export * from './payment/commands.js';
export * from './placement/commands.js';
export * from './refunds/commands.js';
export * from './returns/commands.js';

/** What can be asked of an order that exists. */
export type ExistingOrderCommand =
  | PayOrder
  | ConfirmOrder
  | ArrangeShipment
  | ShipOrder
  | TrackPackage
  | ReportDelay
  | ChangeEstimate
  | DeliverPackage
  | CancelOrder
  | AnswerCancellation
  | WithdrawCancellation
  | ChangeAddress
  | ModifyLines
  | AnswerChange
  | WithdrawChange
  | ConfirmReceipt
  | RequestReturn
  | PostMessage
  | SubmitReview
  | AnswerReturn
  | AnswerOffer
  | WithdrawReturn
  | ShipReturn
  | TrackReturn
  | ReceiveReturn
  | OpenClaim
  | AnswerClaim
  | EscalateClaim
  | WithdrawClaim
  | ResolveClaim
  | RefundOrder
  | SettleRefund
  | FailRefund
  | RetryRefund;

/** The system finds that a clock of the order has run out: what the clock says happens, and nothing else. */
export interface FireTimers {
  readonly type: 'fire-timers';
}

export type OrderCommand = CreateOrder | ExistingOrderCommand | FireTimers;
/** What can be asked for from outside. */
export type CommandType = Exclude<OrderCommand, FireTimers>['type'];
export type ExistingCommandType = ExistingOrderCommand['type'];
