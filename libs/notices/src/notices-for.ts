import { type OrderEventType, publicEvents } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { type Locale, text } from '@app/words';
import { type Notice, type NoticeKind, type Recipient } from './notice.js';
import { noticeValues } from './notice-values.js';

/** That a person gets a notice of an event, in whatever language. */
export interface NoticeOf {
  readonly event: StatusEvent;
  readonly recipient: Recipient;
  readonly kind: NoticeKind;
}

const eventsByName = new Map(Object.values(publicEvents).map((event) => [event.name as string, event]));

/** Whom a status event concerns, and as what. Nobody gets a notice of imported history, or of what they did themselves as sellers. */
export function noticesOf(event: StatusEvent): NoticeOf[] {
  const { buyerId, sellerId, imported, by } = event.data;
  const { name, noticeTo } = eventsByName.get(event.type.split('.')[2]!)!;
  if (imported) return [];
  const readers: readonly string[] = noticeTo;
  const made: NoticeOf[] = [];
  if (readers.includes('buyer') && !wrote(event, 'buyer'))
    made.push({ event, recipient: { role: 'buyer', id: buyerId }, kind: name });
  const recipient: Recipient = { role: 'seller', id: sellerId };
  if (appearsToSeller(event)) made.push({ event, recipient, kind: 'new-order' });
  else if (readers.includes('seller') && sellerKnows(event) && by !== 'seller' && !wrote(event, 'seller'))
    made.push({ event, recipient, kind: name });
  return made;
}

const wrote = ({ data: { change } }: StatusEvent, role: Recipient['role']): boolean =>
  'from' in change && change.from === role;

const sellerKnows = ({ data }: StatusEvent): boolean => data.before?.sellerLabel !== undefined;

/** A seller sees an order from its payment on, or at once where it is paid on delivery; of one that is cancelled before, a seller never hears. */
const appearsToSeller = (event: StatusEvent): boolean =>
  !sellerKnows(event) &&
  event.data.after.sellerLabel !== undefined &&
  event.data.after.status !== 'Cancelled';

/** What one act of somebody made of an order, as one of the two reads it: the events of one command. */
export const actOf = ({ event, recipient }: NoticeOf): string =>
  `${event.data.orderId} ${event.causationid} ${recipient.role}`;

/** What is not said where the act also made the other, which says it better. */
export const saidBy: Partial<Record<NoticeKind, NoticeKind>> = {
  'package-arranged': 'shipped',
  // All that was confirmed needed no shipping.
  confirmed: 'delivered',
  'package-delivered': 'delivered',
  delivered: 'completed',
  'address-change-rejected': 'lines-cancelled',
  'lines-change-rejected': 'lines-cancelled',
  'claim-resolved': 'claim-answered',
  'return-closed': 'refund-initiated',
};

/** What an act also made: it gives the notice no title, unless there is nothing else. */
const asides: ReadonlySet<NoticeKind> = new Set([
  'cancellation-approved',
  'package-unpacked',
  'refund-initiated',
  'review-requested',
]);

/** The part of an order's page that it is about, where it is not the order as a whole. */
const pages: Partial<Record<NoticeKind, string>> = {
  'message-posted': '/messages',
  'review-requested': '/review',
  'review-submitted': '/review',
};

/** The one notice that somebody gets of an act, in the order of its events; there is at least one. */
export function noticeOf(all: readonly NoticeOf[], locale: Locale): Notice {
  const kinds = all.map(({ kind }) => kind);
  const said = all.filter(({ kind }) => !kinds.some((other) => saidBy[kind] === other));
  const provided = kinds.includes('goods-provided');
  const lead = said.find(({ kind }) => !asides.has(kind)) ?? said[0]!;
  const { event, recipient, kind } = lead;
  const write = (one: NoticeOf, part: 'title' | 'body'): string =>
    text(locale, `${keyOf(one)}.${part}`, { ...noticeValues(one.event), provided });
  return {
    recipient,
    orderId: event.data.orderId,
    sequence: all.at(-1)!.event.sequence,
    act: event.causationid,
    kind,
    title: text(locale, `notice.heading.${recipient.role}`, {
      ...noticeValues(event),
      title: write(lead, 'title'),
    }),
    body: said.map((one) => write(one, 'body')).join(' '),
    link: `/orders/${event.data.orderId}${pages[kind] ?? ''}`,
    createdAt: event.time,
  };
}

type KeyOf<Event> = Event extends {
  readonly name: infer Name extends string;
  readonly noticeTo: readonly (infer Reader extends string)[];
}
  ? `notice.${Name}.${Reader}`
  : never;

/** The catalogue has a title and a body for everybody who gets a notice. */
type NoticeKey = KeyOf<(typeof publicEvents)[OrderEventType]> | 'notice.new-order.seller';

const keyOf = ({ kind, recipient }: NoticeOf): NoticeKey => `notice.${kind}.${recipient.role}` as NoticeKey;
