import { type Role } from './actor.js';
import { type CommandType } from './commands.js';
import { type MinorUnits } from './money.js';
import { type NamedUnits } from './named-goods.js';
import { type ReasonKey } from './reasons.js';
import { type OrderStatus } from './status.js';

/**
 * Every reason for which a command is turned down, with the values that its sentence names. Codes are stable: callers
 * decide by them. The sentence is `problem.<code>` in the catalogue of words.
 */
export const refusals = {
  'order-not-found': [],
  'order-already-exists': [],
  'role-not-allowed': ['who'],
  'not-your-account': [],
  'no-lines': [],
  'duplicate-line': ['lineId'],
  'bad-quantity': [],
  'bad-money': ['fault'],
  'unknown-currency': ['currency'],
  'totals-mismatch': ['fault', 'named', 'sum'],
  'bad-address': ['field'],
  'currency-mismatch': ['currency'],
  'order-already-paid': [],
  'amount-over-due': ['due'],
  'payment-already-recorded': ['paymentId'],
  'card-data-not-allowed': [],
  'cash-needs-delivery': [],
  'too-many-unpaid': ['available', 'title'],
  'quote-required': [],
  'unknown-quote': [],
  'quote-expired': ['until'],
  'quote-used': [],
  'quote-mismatch': [],
  'fee-mismatch': ['amount', 'fee'],
  'order-not-paid': [],
  'order-on-hold': [],
  'out-of-stock': ['available', 'title'],
  'stock-missing': ['goods'],
  'order-not-confirmed': [],
  'order-already-confirmed': [],
  'order-already-shipped': [],
  'order-already-delivered': [],
  'order-already-completed': [],
  'order-cancelled': [],
  'order-not-shipped': [],
  'order-not-delivered': [],
  'unknown-line': ['lineId'],
  'too-many-units': ['left', 'named', 'title'],
  'nothing-left': ['fault'],
  'reason-not-yours': ['reasons'],
  'cancellation-open': [],
  'unknown-cancellation': [],
  'cancellation-already-exists': ['cancellationId'],
  'nothing-changes': [],
  'quantity-too-low': ['least', 'title'],
  'last-line': [],
  'shipping-costs-more': ['amount'],
  'not-offered': ['product'],
  'change-open': ['waitsFor'],
  'unknown-change': [],
  'change-already-exists': ['changeId'],
  'change-awaits-payment': [],
  'package-already-arranged': [],
  'checklist-required': [],
  'shipment-incomplete': [],
  'no-shipping-needed': [],
  'package-already-exists': ['fault', 'packageId'],
  'unknown-package': ['packageId'],
  'package-already-delivered': ['packageId'],
  'package-not-shipped': ['packageId'],
  'not-own-courier': [],
  'not-your-package': [],
  'not-your-payment': [],
  'proof-required': [],
  'take-back-window-over': ['until'],
  'cash-already-refunded': [],
  'scan-in-future': [],
  'estimate-in-past': ['day'],
  'estimate-not-later': ['day'],
  'bad-offer': ['kind'],
  'voucher-not-there': ['code'],
  'return-window-over': ['until'],
  'goods-not-returnable': [],
  'nothing-due': [],
  'bad-text': ['fault', 'most'],
  'too-many-messages': ['most'],
  'bad-score': [],
  'order-not-completed': [],
  'order-already-reviewed': [],
  'unknown-return': [],
  'return-already-exists': ['returnId'],
  'offer-over-worth': ['most'],
  'unknown-claim': [],
  'claim-already-exists': ['claimId'],
  'claim-open': [],
  'claim-over-worth': ['most'],
  'not-in-part': ['fault'],
  'no-appeal': ['fault'],
  'appeal-window-over': ['until'],
  'claim-window-over': ['until'],
  'package-required': [],
  'units-in-another-case': [],
  'case-in-other-state': ['kind', 'waitsFor'],
  'unknown-payment': [],
  'unknown-withdrawal': [],
  'unknown-refund': [],
  'refund-share-unclear': [],
  'refund-already-exists': ['refundId'],
  'reserved-name': [],
  'refund-over-captured': ['left'],
} as const;

export type RefusalCode = keyof typeof refusals;
/** Those whose sentence needs nothing but the code. */
export type PlainRefusalCode = {
  [Code in RefusalCode]: (typeof refusals)[Code] extends readonly [] ? Code : never;
}[RefusalCode];

/** What a sentence names; whoever reads it sees it written in their own way. */
export type RefusalValue =
  | string
  | number
  | undefined
  | { readonly money: MinorUnits; readonly currency: string }
  /** YYYY-MM-DD. */
  | { readonly day: string }
  /** An instant (ISO 8601, UTC). */
  | { readonly at: string }
  | { readonly goods: readonly NamedUnits[] }
  | { readonly anyOf: readonly (`role.${Role}` | ReasonKey)[] };

/** Something turned down: nothing was recorded. */
export interface Refusal<Code extends string = RefusalCode> {
  readonly code: Code;
  readonly values: Readonly<Record<string, RefusalValue>>;
  /** Where in the command the trouble is (JSON pointer), if it is in one place. */
  readonly pointer?: string;
  readonly status?: OrderStatus;
  readonly allowedCommands?: readonly CommandType[];
}

type Sentences = Readonly<Record<string, readonly string[]>>;
type ValuesOf<Names extends readonly string[]> = Readonly<Record<Names[number], RefusalValue>>;

/** Makes refusals of one table: each asks for the values that its sentence names. */
export const refuser =
  <Table extends Sentences>(_table: Table) =>
  <Code extends keyof Table & string>(
    code: Code,
    ...[values, pointer]: Table[Code] extends readonly []
      ? [values?: ValuesOf<Table[Code]>, pointer?: string]
      : [values: ValuesOf<Table[Code]>, pointer?: string]
  ): Refusal<Code> => ({ code, values: values ?? {}, ...(pointer === undefined ? {} : { pointer }) });

export const refuse = refuser(refusals);

/** The refusal that names who may do it: services and analysts, who work for the marketplace, only where nobody else may. */
export function roleNotAllowed(roles: readonly Role[], pointer?: string): Refusal<'role-not-allowed'> {
  const others = roles.filter((role) => role !== 'service' && role !== 'analyst');
  const anyOf = (others.length > 0 ? others : roles).map((role) => `role.${role}` as const);
  return refuse('role-not-allowed', { who: { anyOf } }, pointer);
}
