import { type CommandType } from './commands.js';
import { type OrderStatus } from './status.js';

/** Every reason for which a command is turned down. Codes are stable: callers decide by them. */
export const refusalCodes = [
  'order-not-found',
  'order-already-exists',
  'role-not-allowed',
  'not-your-account',
  'no-lines',
  'duplicate-line',
  'bad-quantity',
  'bad-money',
  'unknown-currency',
  'totals-mismatch',
  'bad-address',
  'currency-mismatch',
  'order-already-paid',
  'amount-over-due',
  'payment-already-recorded',
  'card-data-not-allowed',
  'cash-needs-delivery',
  'order-not-paid',
  'order-on-hold',
  'out-of-stock',
  'stock-missing',
  'order-not-confirmed',
  'order-already-confirmed',
  'order-already-shipped',
  'order-already-delivered',
  'order-already-completed',
  'order-cancelled',
  'order-not-shipped',
  'order-not-delivered',
  'unknown-line',
  'too-many-units',
  'nothing-left',
  'cancellation-open',
  'unknown-cancellation',
  'cancellation-already-exists',
  'nothing-changes',
  'quantity-too-low',
  'change-open',
  'unknown-change',
  'change-already-exists',
  'change-awaits-payment',
  'package-already-arranged',
  'checklist-required',
  'shipment-incomplete',
  'no-shipping-needed',
  'package-already-exists',
  'unknown-package',
  'package-already-delivered',
  'package-not-shipped',
  'scan-in-future',
  'estimate-in-past',
  'estimate-not-later',
  'bad-offer',
  'return-window-over',
  'goods-not-returnable',
  'nothing-due',
  'bad-text',
  'too-many-messages',
  'bad-score',
  'order-not-completed',
  'order-already-reviewed',
  'unknown-return',
  'return-already-exists',
  'offer-over-worth',
  'unknown-claim',
  'claim-already-exists',
  'claim-open',
  'claim-window-over',
  'package-required',
  'units-in-another-case',
  'case-in-other-state',
  'unknown-refund',
  'refund-already-exists',
  'reserved-name',
  'refund-over-captured',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A command turned down: nothing was recorded. */
export interface Refusal {
  readonly code: RefusalCode;
  /** For a person: what is wrong, and what to do about it. */
  readonly message: string;
  /** Where in the command the trouble is (JSON pointer), if it is in one place. */
  readonly pointer?: string;
  readonly status?: OrderStatus;
  readonly allowedCommands?: readonly CommandType[];
}

export const refuse = (code: RefusalCode, message: string, pointer?: string): Refusal => ({
  code,
  message,
  ...(pointer === undefined ? {} : { pointer }),
});
