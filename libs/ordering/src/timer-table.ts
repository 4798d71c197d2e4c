import { answerCancellationTimer } from './cancellation/answer-cancellation-timer.js';
import { changeExpiry } from './changes/change-expiry.js';
import { answerClaimTimer } from './claims/answer-claim-timer.js';
import { escalateClaimTimer } from './claims/escalate-claim-timer.js';
import { autoComplete } from './fulfilment/auto-complete.js';
import { autoConfirm } from './fulfilment/auto-confirm.js';
import { hold } from './fulfilment/hold.js';
import { lateCancel } from './fulfilment/late-cancel.js';
import { shipBy } from './fulfilment/ship-by.js';
import { type Order } from './order.js';
import { unpaidExpiry } from './payment/unpaid-expiry.js';
import { refundRetryTimer } from './refunds/refund-retry-timer.js';
import { answerOfferTimer } from './returns/answer-offer-timer.js';
import { answerReturnTimer } from './returns/answer-return-timer.js';
import { confirmReturnReceiptTimer } from './returns/confirm-return-receipt-timer.js';
import { shipBackTimer } from './returns/ship-back-timer.js';
import { type TimerRules } from './timer-rules.js';
import { type Timer, type TimerName, timerNames } from './timers.js';

/** Every clock with its rules. */
export const timerTable: Readonly<Record<TimerName, TimerRules>> = {
  'unpaid-expiry': unpaidExpiry,
  hold,
  'auto-confirm': autoConfirm,
  'answer-cancellation': answerCancellationTimer,
  'change-expiry': changeExpiry,
  'ship-by': shipBy,
  'late-cancel': lateCancel,
  'auto-complete': autoComplete,
  'answer-return': answerReturnTimer,
  'answer-offer': answerOfferTimer,
  'ship-back': shipBackTimer,
  'confirm-return-receipt': confirmReturnReceiptTimer,
  'answer-claim': answerClaimTimer,
  'escalate-claim': escalateClaimTimer,
  'refund-retry': refundRetryTimer,
};

/** The clocks that run for an order now, the next one first. */
export const runningTimers = (order: Order): Timer[] =>
  timerNames
    .flatMap((timer) => timerTable[timer].running(order).map((running) => ({ timer, ...running })))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
