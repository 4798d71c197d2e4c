import { goodsOf, publicEvents } from '@app/ordering';
import { type EventFields, eventValues, type Locale, text, type Values } from '@app/words';
import { type OrderView } from './order-view.js';
import { type TimelineRow } from './timeline.js';

/** An event as its buyer and its seller read it. */
export interface TimelineTexts {
  readonly buyerLabel: string;
  readonly sellerLabel: string;
}

/** What happened, in one sentence for each of the two, given the order as it is now. */
export function timelineTexts(view: OrderView, row: TimelineRow, locale: Locale): TimelineTexts {
  const { name } = publicEvents[row.type];
  const values = valuesOf(view, row);
  return {
    buyerLabel: text(locale, `timeline.${name}.buyer`, values),
    sellerLabel: text(locale, `timeline.${name}.seller`, values),
  };
}

function valuesOf(view: OrderView, { facts }: TimelineRow): Values {
  const fields = facts as EventFields & { readonly cancellationId?: string };
  const packageId = fields.package?.packageId ?? fields.packageId;
  const parcel = view.packages.find((known) => known.packageId === packageId);
  const cancellation = view.cancellations.find((known) => known.cancellationId === fields.cancellationId);
  return {
    ...eventValues({ ...fields, package: { ...parcel, ...fields.package } }, goodsOf(fields, view.order)),
    // Where the buyer had asked for it, that is the buyer, although the seller's answer made the event.
    canceller: cancellation?.by ?? facts.by,
    by: facts.by,
    days: view.order.policy.autoCompleteDays,
  };
}
