import { isKey } from './catalogue.js';
import { describeScan } from './describe-scan.js';
import { type NamedGoods, type Sentence, type Value, type Values } from './values.js';

interface Units {
  readonly lineId: string;
  readonly quantity: number;
  readonly variant?: string;
  readonly title?: string;
}

/** What the public fields of any event may be; amounts are minor units, estimates days. */
export interface EventFields {
  readonly amount?: number;
  readonly total?: number;
  readonly outstanding?: number;
  readonly priceDifference?: number;
  readonly currency?: string;
  readonly method?: string;
  readonly packageId?: string;
  readonly package?: {
    readonly packageId?: string;
    readonly carrier?: string;
    readonly trackingNumber?: string;
    readonly estimatedDelivery?: string;
  };
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly code?: string;
  readonly place?: string;
  readonly scan?: { readonly code: string; readonly place?: string };
  readonly newEstimate?: string;
  readonly previousEstimate?: string;
  readonly expectedBy?: string;
  readonly cause?: string;
  readonly offer?: { readonly kind: string; readonly amount?: number };
  readonly reason?: string;
  readonly kind?: string;
  readonly failure?: string;
  readonly timer?: string;
  readonly outcome?: string;
  readonly accepted?: boolean;
  readonly resolvedFor?: string;
  readonly granted?: readonly Units[];
  readonly allowance?: number;
  readonly from?: string;
  readonly score?: number;
  readonly awaits?: string;
  readonly before?: readonly Units[];
  readonly after?: readonly Units[];
  readonly lost?: readonly Units[];
  readonly wasLost?: boolean;
  readonly until?: string;
  readonly mark?: string;
  readonly wayBackPaidBy?: string;
  readonly validUntil?: string;
  readonly paidBy?: string;
}

/** What the messages about an event may name: its public fields, with the goods that it is about. */
export function eventValues(fields: EventFields, goods: readonly (NamedGoods & Units)[]): Values {
  const { package: parcel, offer, priceDifference = 0 } = fields;
  const scan = fields.scan?.code ?? fields.code;
  const money = (amount: number | undefined): Value =>
    amount && fields.currency ? { money: amount, currency: fields.currency } : undefined;
  const named = (unit: Units): NamedGoods => {
    const known = goods.find(({ lineId }) => lineId === unit.lineId);
    return { title: unit.lineId, ...known, ...unit };
  };
  // Of a line that changes, the variant is what the change says.
  const changed = (unit: Units): NamedGoods => ({ ...named(unit), variant: unit.variant });
  return {
    goods: { goods },
    change:
      fields.before && fields.after && lineChange(fields.before.map(changed), fields.after.map(changed)),
    lost: fields.lost && { goods: fields.lost.map(named) },
    amount: money(fields.amount),
    nothingBack: fields.amount === 0,
    total: money(fields.total),
    outstanding: money(fields.outstanding),
    surcharge: money(Math.max(0, priceDifference)),
    reduction: money(Math.max(0, -priceDifference)),
    method: word('payment-method', fields.method),
    methodCode: choice(fields.method),
    packageId: parcel?.packageId ?? fields.packageId,
    ofPackage: fields.packageId !== undefined,
    carrier: carrier(fields.carrier ?? parcel?.carrier),
    trackingNumber: fields.trackingNumber ?? parcel?.trackingNumber,
    estimatedDelivery: day(parcel?.estimatedDelivery),
    scan: scan === undefined ? undefined : describeScan(scan),
    place: fields.scan?.place ?? fields.place,
    newEstimate: day(fields.newEstimate),
    previousEstimate:
      fields.previousEstimate === fields.newEstimate ? undefined : day(fields.previousEstimate),
    expectedBy: day(fields.expectedBy),
    cause: word('delay-cause', fields.cause),
    voucher: money(offer?.amount),
    fasterShipping: offer?.kind === 'faster-shipping',
    reason: word('reason', fields.reason ?? fields.kind),
    reasonCode: choice(fields.reason),
    failure: choice(fields.failure),
    automatically: fields.timer !== undefined,
    awaitsPayment: fields.awaits === 'payment',
    kindCode: choice(fields.kind),
    outcomeCode: choice(fields.outcome),
    expired: fields.outcome === 'expired',
    accepted: fields.accepted,
    wonByBuyer: fields.resolvedFor === 'buyer',
    granted: fields.granted && { goods: fields.granted.map(named) },
    partly: fields.granted !== undefined || fields.allowance !== undefined,
    from: fields.from,
    fromPlatform: fields.from === 'platform',
    score: fields.score,
    wasLost: fields.wasLost,
    until: day(fields.until),
    mark: fields.mark,
    wayBackPaidBy: fields.wayBackPaidBy,
    voucherCode: fields.code,
    paidBy: fields.paidBy,
    validUntil: fields.validUntil && { at: fields.validUntil },
  };
}

/** Lines as they were and as they are to be, without those that are not there. */
function lineChange(before: readonly NamedGoods[], after: readonly NamedGoods[]): Sentence {
  const there = (goods: readonly NamedGoods[]) => goods.filter(({ quantity }) => quantity > 0);
  const [replaced, wanted] = [there(before), there(after)];
  const values = { replaced: { goods: replaced }, wanted: { goods: wanted } };
  if (replaced.length === 0) return { key: 'lines-change.added', values };
  return { key: wanted.length === 0 ? 'lines-change.removed' : 'lines-change.replaced', values };
}

const day = (date: string | undefined): Value => (date === undefined ? undefined : { day: date });

const carrier = (code: string | undefined): Value => (code === undefined ? undefined : { carrier: code });

/** What has no message, such as "other", is not said. */
function word(family: string, code: string | undefined): Sentence | undefined {
  const key = `${family}.${code}`;
  return isKey(key) ? { key } : undefined;
}

/** A code as a select of a message can name it. */
const choice = (code: string | undefined): string | undefined => code?.replaceAll('-', '_');
