import { type CommandRefusal } from '@app/order-log';
import { type CouponRefusal } from '@app/ordering';
import { type OfferRefusal } from '@app/quotes';
import { type StockRefusal } from '@app/reservations';
import { type PolicyRefusal } from '@app/seller-policies';

/** What the API itself turns down, before anything is decided. */
type ApiCode =
  | 'invalid-query'
  | 'malformed-header'
  | 'bad-signature'
  | 'stale-signature'
  | 'account-not-found'
  | 'coupon-not-found'
  | 'stock-not-found'
  | 'webhook-not-found'
  | 'order-not-visible-yet'
  | 'unknown-event-type'
  | 'webhook-exists'
  | 'version-mismatch'
  | 'invalid-body'
  | 'invalid-file'
  | 'unsupported-media-type'
  | 'not-yet-visible';

/** Every code of a problem that this app answers with; those of any HTTP request are in `libs/platform`. */
export type AnsweredCode =
  | CommandRefusal['code']
  | CouponRefusal['code']
  | StockRefusal['code']
  | OfferRefusal['code']
  | PolicyRefusal['code']
  | ApiCode;

/** The HTTP status of every code: 422 where the request itself is wrong, 409 where the state of things forbids it. */
export const problemStatus: Readonly<Record<AnsweredCode, number>> = {
  'invalid-query': 400,
  'malformed-header': 400,
  'bad-signature': 401,
  'stale-signature': 401,
  'role-not-allowed': 403,
  'not-your-account': 403,
  'not-own-courier': 403,
  'not-your-package': 403,
  'not-your-payment': 403,
  'order-not-found': 404,
  'account-not-found': 404,
  'coupon-not-found': 404,
  'stock-not-found': 404,
  'offer-not-found': 404,
  'webhook-not-found': 404,
  'order-already-exists': 409,
  'order-already-paid': 409,
  'amount-over-due': 409,
  'payment-already-recorded': 409,
  'order-not-paid': 409,
  'order-on-hold': 409,
  'out-of-stock': 409,
  'stock-missing': 409,
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
  'take-back-window-over': 409,
  'cash-already-refunded': 409,
  'package-already-delivered': 409,
  'return-window-over': 409,
  'goods-not-returnable': 409,
  'nothing-due': 409,
  'too-many-messages': 409,
  'order-not-completed': 409,
  'order-already-reviewed': 409,
  'unknown-return': 409,
  'return-already-exists': 409,
  'offer-over-worth': 409,
  'unknown-claim': 409,
  'claim-already-exists': 409,
  'claim-open': 409,
  'claim-window-over': 409,
  'units-in-another-case': 409,
  'case-in-other-state': 409,
  'unknown-refund': 409,
  'refund-share-unclear': 422,
  'refund-already-exists': 409,
  'refund-over-captured': 409,
  'coupon-minimum-not-reached': 409,
  'coupon-for-returning-buyers': 409,
  'coupon-not-valid-now': 409,
  'coupon-withdrawn': 409,
  'coupon-used-up': 409,
  'coupon-not-yours': 409,
  'coupon-promised': 409,
  'coupon-already-exists': 409,
  'order-not-visible-yet': 409,
  'receipt-already-exists': 409,
  'webhook-exists': 409,
  'revision-mismatch': 412,
  'version-mismatch': 412,
  'unsupported-media-type': 415,
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
  'reason-not-yours': 422,
  'estimate-not-later': 422,
  'bad-offer': 422,
  'voucher-not-there': 422,
  'bad-text': 422,
  'bad-score': 422,
  'idempotency-key-reused': 422,
  'package-required': 422,
  'reserved-name': 422,
  'proof-required': 422,
  'unknown-coupon': 422,
  'coupon-in-other-currency': 422,
  'coupon-gives-nothing': 422,
  'coupon-amount-mismatch': 422,
  'coupon-not-named': 422,
  'out-of-range': 422,
  'bad-list': 422,
  'bad-calendar': 422,
  'unknown-event-type': 422,
  'invalid-body': 422,
  'invalid-file': 422,
  'too-much-contention': 503,
  'not-yet-visible': 503,
};
