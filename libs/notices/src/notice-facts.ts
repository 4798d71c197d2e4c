import {
  type Currency,
  type DelayCause,
  type DelayOffer,
  type MinorUnits,
  type Party,
  sum,
  type Units,
} from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { moneyText } from '@app/words';
import { delayCauseTexts, type Reason, reasonTexts } from './reason-texts.js';
import { type Language } from './templates/languages.js';

/** What templates may name, in words; what is missing or false hides a section. */
export interface NoticeFacts {
  /** How many items the event is about: "3 items". */
  readonly items?: string;
  readonly amount?: string;
  readonly total?: string;
  readonly outstanding?: string;
  /** What a change costs more. */
  readonly surcharge?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly estimatedDelivery?: string;
  readonly packageId?: string;
  /** Whether an estimate is about a package, and not about the order. */
  readonly ofPackage: boolean;
  readonly newEstimate?: string;
  readonly previousEstimate?: string;
  readonly cause?: string;
  /** What a voucher for a delay is worth. */
  readonly voucher?: string;
  readonly fasterShipping: boolean;
  readonly reason?: string;
  readonly score?: number;
  readonly fromPlatform: boolean;
  /** By when a refund is with the buyer. */
  readonly expectedBy?: string;
  readonly automatically: boolean;
  readonly toBePaid: boolean;
  readonly onHold: boolean;
  readonly orderCancelled: boolean;
  /** A change that is made as soon as it is paid. */
  readonly awaitsPayment: boolean;
  readonly fellAway: boolean;
  /** A return ended without being sent back. */
  readonly expired: boolean;
  /** The seller gave in to a claim. */
  readonly accepted: boolean;
  readonly wonByBuyer: boolean;
  /** How many items never came. */
  readonly lost?: string;
  /** A package came after all that had been given up. */
  readonly wasLost: boolean;
}

/** All that any event may tell of its change. */
interface AnyChange {
  readonly amount?: MinorUnits;
  readonly total?: MinorUnits;
  readonly outstanding?: MinorUnits;
  readonly priceDifference?: MinorUnits;
  readonly currency?: Currency;
  readonly units?: readonly Units[];
  readonly packageId?: string;
  readonly newEstimate?: string;
  readonly previousEstimate?: string;
  readonly cause?: DelayCause;
  readonly offer?: Pick<DelayOffer, 'kind' | 'amount'>;
  readonly scan?: object;
  readonly package?: {
    readonly packageId: string;
    readonly units: readonly Units[];
    readonly carrier?: string;
    readonly trackingNumber?: string;
    readonly estimatedDelivery?: string;
  };
  readonly cancellationId?: string;
  readonly changeId?: string;
  readonly returnId?: string;
  readonly claimId?: string;
  readonly reason?: Reason;
  readonly kind?: Reason;
  readonly failure?: Reason;
  readonly expectedBy?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly outcome?: string;
  readonly accepted?: boolean;
  readonly resolvedFor?: string;
  readonly timer?: string;
  readonly from?: Party;
  readonly score?: number;
  readonly awaits?: 'seller' | 'payment';
  readonly lost?: readonly Units[];
  readonly wasLost?: true;
}

/** What a status event says, in the words, dates and amounts of a language. */
export function factsOf({ data }: StatusEvent, language: Language): NoticeFacts {
  const change: AnyChange = data.change;
  const reason = change.reason ?? change.kind ?? change.failure;
  const units = change.units ?? change.package?.units;
  const items = (some?: readonly Units[]): string | undefined =>
    some && itemsTexts[language](sum(some.map(({ quantity }) => quantity)));
  const money = (amount?: MinorUnits): string | undefined =>
    amount === undefined || change.currency === undefined
      ? undefined
      : moneyText(amount, change.currency, language);
  return {
    items: items(units),
    amount: money(change.amount),
    total: money(change.total),
    outstanding: money(change.outstanding || undefined),
    surcharge: money(Math.max(0, change.priceDifference ?? 0) || undefined),
    carrier: change.carrier ?? change.package?.carrier,
    trackingNumber: change.trackingNumber ?? change.package?.trackingNumber,
    estimatedDelivery:
      change.package?.estimatedDelivery && dayText(change.package.estimatedDelivery, language),
    packageId: change.package?.packageId,
    ofPackage: change.packageId !== undefined,
    newEstimate: change.newEstimate && dayText(change.newEstimate, language),
    previousEstimate: previousOf(change) && dayText(previousOf(change)!, language),
    cause: change.cause && delayCauseTexts[language][change.cause],
    voucher: money(change.offer?.amount),
    fasterShipping: change.offer?.kind === 'faster-shipping',
    reason: reason && reasonTexts[language][reason],
    expectedBy: change.expectedBy && dayText(change.expectedBy, language),
    score: change.score,
    fromPlatform: change.from === 'platform',
    automatically: change.timer !== undefined,
    toBePaid: data.after.status === 'AwaitingPayment',
    onHold: data.after.status === 'OnHold',
    orderCancelled: data.after.status === 'Cancelled',
    awaitsPayment: change.awaits === 'payment',
    fellAway: change.reason === 'cancelled',
    expired: change.outcome === 'expired',
    accepted: change.accepted === true,
    wonByBuyer: change.resolvedFor === 'buyer',
    lost: items(change.lost),
    wasLost: change.wasLost === true,
  };
}

/** The day before, unless the estimate has stayed what it was. */
const previousOf = ({ newEstimate, previousEstimate }: AnyChange): string | undefined =>
  previousEstimate === newEstimate ? undefined : previousEstimate;

const itemsTexts: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => (count === 1 ? '1 item' : `${count} items`),
  id: (count) => `${count} barang`,
};

const dayText = (day: string, language: Language): string =>
  new Date(day).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });
