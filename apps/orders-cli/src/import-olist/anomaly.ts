import { type MinorUnits } from '@app/ordering';

/** Everything in which the data set is not like an order's regular life, and what the import makes of it. */
export const anomalyTreatments = {
  'no-lines': 'imported with one line "Unknown item" worth what was paid, of the seller "unknown"',
  'customer-missing': 'buyer named after the customer id, city unknown',
  'seller-missing': 'seller imported without a city',
  'product-missing': 'line titled "Unknown item"',
  'category-missing': 'line titled "Unknown item"',
  'unknown-status': 'imported as far as the recorded times tell',
  'paid-without-approval': 'payment captured at the time of purchase',
  'delivered-without-approval': 'payment captured at the time of purchase',
  'hand-over-time-missing': 'handed over right after the step before',
  'delivery-time-missing': 'delivered right after the step before',
  'times-out-of-order': 'the later step takes place together with the one before',
  'time-beyond-status': 'the time is left out: the status does not reach that far',
  'cancelled-after-hand-over': 'cancelled without the hand-over, which stays as a note',
  'cancelled-after-delivery': 'cancelled without hand-over and delivery, which stay as a note',
  'no-payment': 'nothing captured; a discount makes up for it where the order went on',
  'zero-payment': 'payments of 0.00 are not captured',
  'payment-type-unknown': 'captured with the method "other"',
  'payment-of-created-order': 'not captured: the order awaits its payment',
  'paid-more-than-price': 'the difference is a fee',
  'paid-less-than-price': 'the difference is a discount, and beyond the goods taken off the freight',
  'nothing-due': 'an order worth nothing needs no payment: it awaits its confirmation',
  'items-without-order': 'not imported: neither a buyer nor a status is known',
  'payments-without-order': 'not imported and not captured: neither a buyer nor a status is known',
  refused: 'not imported from this command on',
  'other-status': 'the order was changed by others, or the import is wrong: look at its history',
} as const;
export type AnomalyKind = keyof typeof anomalyTreatments;

/** One oddity in the rows of a checkout. */
export interface Finding {
  readonly kind: AnomalyKind;
  readonly reason: string;
  /** Money of the data set that is kept out of the log on account of it, in minor units. */
  readonly notCaptured?: MinorUnits;
}

/** A finding with what it is about. */
export interface Anomaly extends Finding {
  /** The data set's order_id: `checkoutId` of the imported orders. */
  readonly checkoutId: string;
  readonly orderIds: readonly string[];
}

/** Takes down a finding about the rows at hand. */
export type NoteAnomaly = (kind: AnomalyKind, reason: string, notCaptured?: MinorUnits) => void;
