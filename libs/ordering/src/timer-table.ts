import { answerCancellationTimer } from './cancellation/answer-cancellation-timer.js';
import { changeExpiryTimer } from './changes/change-expiry-timer.js';
import { answerClaimTimer } from './claims/answer-claim-timer.js';
import { decideClaimTimer } from './claims/decide-claim-timer.js';
import { escalateClaimTimer } from './claims/escalate-claim-timer.js';
import { autoCompleteTimer } from './fulfilment/auto-complete-timer.js';
import { autoConfirmTimer } from './fulfilment/auto-confirm-timer.js';
import { holdTimer } from './fulfilment/hold-timer.js';
import { lateCancelTimer } from './fulfilment/late-cancel-timer.js';
import { packageLostTimer } from './fulfilment/package-lost-timer.js';
import { packageOverdueTimer } from './fulfilment/package-overdue-timer.js';
import { shipByTimer } from './fulfilment/ship-by-timer.js';
import { type Order } from './order.js';
import { unpaidExpiryTimer } from './payment/unpaid-expiry-timer.js';
import { refundAccountTimer } from './refunds/refund-account-timer.js';
import { refundRetryTimer } from './refunds/refund-retry-timer.js';
import { answerOfferTimer } from './returns/answer-offer-timer.js';
import { answerReturnTimer } from './returns/answer-return-timer.js';
import { confirmReturnReceiptTimer } from './returns/confirm-return-receipt-timer.js';
import { shipBackTimer } from './returns/ship-back-timer.js';
import { type TimerRules } from './timer-rules.js';
import { type Timer, type TimerName, timerNames } from './timers.js';

/** Every timer with its rules. */
export const timerTable: Readonly<Record<TimerName, TimerRules>> = {
  'unpaid-expiry': unpaidExpiryTimer,
  hold: holdTimer,
  'auto-confirm': autoConfirmTimer,
  'answer-cancellation': answerCancellationTimer,
  'change-expiry': changeExpiryTimer,
  'ship-by': shipByTimer,
  'late-cancel': lateCancelTimer,
  'package-overdue': packageOverdueTimer,
  'package-lost': packageLostTimer,
  'auto-complete': autoCompleteTimer,
  'answer-return': answerReturnTimer,
  'answer-offer': answerOfferTimer,
  'ship-back': shipBackTimer,
  'confirm-return-receipt': confirmReturnReceiptTimer,
  'answer-claim': answerClaimTimer,
  'escalate-claim': escalateClaimTimer,
  'decide-claim': decideClaimTimer,
  'refund-retry': refundRetryTimer,
  'refund-account': refundAccountTimer,
};

/** The timers that run for an order now, the next to fall due first. */
export const runningTimers = (order: Order): Timer[] =>
  timerNames
    .flatMap((timer) => timerTable[timer].running(order).map((running) => ({ timer, ...running })))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
