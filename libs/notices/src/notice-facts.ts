import { type Currency, type MinorUnits, moneyText, sum, type Units } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { type Reason, reasonTexts } from './reason-texts.js';

/** What templates may name, in words; what is missing or false hides a section. */
export interface NoticeFacts {
  /** How many items the event is about: "3 items". */
  readonly items?: string;
  readonly amount?: string;
  readonly total?: string;
  readonly outstanding?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly estimatedDelivery?: string;
  readonly reason?: string;
  readonly automatically: boolean;
  readonly toBePaid: boolean;
  readonly onHold: boolean;
  readonly orderCancelled: boolean;
}

/** All that any event may tell of its change. */
interface AnyChange {
  readonly amount?: MinorUnits;
  readonly total?: MinorUnits;
  readonly outstanding?: MinorUnits;
  readonly currency?: Currency;
  readonly units?: readonly Units[];
  readonly package?: {
    readonly units: readonly Units[];
    readonly carrier?: string;
    readonly trackingNumber?: string;
    readonly estimatedDelivery?: string;
  };
  readonly cancellationId?: string;
  readonly reason?: Reason;
  readonly timer?: string;
}

export function factsOf({ data }: StatusEvent): NoticeFacts {
  const change: AnyChange = data.change;
  const units = change.units ?? change.package?.units;
  const money = (amount?: MinorUnits): string | undefined =>
    amount === undefined || change.currency === undefined ? undefined : moneyText(amount, change.currency);
  return {
    items: units && itemsText(sum(units.map((unit) => unit.quantity))),
    amount: money(change.amount),
    total: money(change.total),
    outstanding: money(change.outstanding || undefined),
    carrier: change.package?.carrier,
    trackingNumber: change.package?.trackingNumber,
    estimatedDelivery: change.package?.estimatedDelivery && dayText(change.package.estimatedDelivery),
    reason: change.reason && reasonTexts[change.reason],
    automatically: change.timer !== undefined,
    toBePaid: data.after.status === 'AwaitingPayment',
    onHold: data.after.status === 'OnHold',
    orderCancelled: data.after.status === 'Cancelled',
  };
}

const itemsText = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

const dayFormat = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const dayText = (day: string): string => dayFormat.format(new Date(day));
