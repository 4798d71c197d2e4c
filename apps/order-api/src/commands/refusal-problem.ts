import { ProblemError } from '@app/platform';
import { couponStatus } from '../coupons/coupon-problem.js';
import { type IssueOutcome } from '../coupons/order-coupons.js';

/** A refusal by an order, because of how the command was sent, or by a coupon. */
type AnyRefusal = Extract<IssueOutcome, { kind: 'refused' }>['refusal'];

/** The HTTP status of every refusal: 422 where the command itself is wrong, 409 where the order's state forbids it. */
const refusalStatus: Readonly<Record<AnyRefusal['code'], number>> = {
  ...couponStatus,
  'order-not-found': 404,
  'role-not-allowed': 403,
  'not-your-account': 403,
  'no-lines': 422,
  'duplicate-line': 422,
  'bad-quantity': 422,
  'bad-money': 422,
  'unknown-currency': 422,
  'totals-mismatch': 422,
  'bad-address': 422,
  'currency-mismatch': 422,
  'card-data-not-allowed': 422,
  'cash-needs-delivery': 422,
  'unknown-line': 422,
  'unknown-package': 422,
  'nothing-changes': 422,
  'checklist-required': 422,
  'shipment-incomplete': 422,
  'no-shipping-needed': 422,
  'scan-in-future': 422,
  'estimate-in-past': 422,
  'estimate-not-later': 422,
  'bad-offer': 422,
  'bad-text': 422,
  'bad-score': 422,
  'idempotency-key-reused': 422,
  'order-already-exists': 409,
  'order-already-paid': 409,
  'amount-over-due': 409,
  'payment-already-recorded': 409,
  'order-not-paid': 409,
  'order-on-hold': 409,
  'order-not-confirmed': 409,
  'order-already-confirmed': 409,
  'order-already-shipped': 409,
  'order-already-delivered': 409,
  'order-already-completed': 409,
  'order-cancelled': 409,
  'order-not-shipped': 409,
  'order-not-delivered': 409,
  'too-many-units': 409,
  'nothing-left': 409,
  'cancellation-open': 409,
  'unknown-cancellation': 409,
  'cancellation-already-exists': 409,
  'quantity-too-low': 409,
  'change-open': 409,
  'unknown-change': 409,
  'change-already-exists': 409,
  'change-awaits-payment': 409,
  'package-already-arranged': 409,
  'package-already-exists': 409,
  'package-not-shipped': 409,
  'package-already-delivered': 409,
  'return-window-over': 409,
  'goods-not-returnable': 409,
  'nothing-due': 409,
  'order-not-completed': 409,
  'order-already-reviewed': 409,
  'revision-mismatch': 412,
  'too-much-contention': 503,
};

/** The answer to a command that was turned down, with what may be done instead. */
export function refusalProblem({
  code,
  message,
  pointer,
  status,
  allowedCommands,
}: AnyRefusal): ProblemError {
  return new ProblemError(refusalStatus[code], code, message, {
    errors: pointer === undefined ? undefined : [{ pointer, code, detail: message }],
    headers: code === 'too-much-contention' ? { 'retry-after': '1' } : undefined,
    facts: status === undefined ? undefined : { orderStatus: status, allowedCommands },
  });
}
