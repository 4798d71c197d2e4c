import Mustache from 'mustache';
import { type StatusEvent } from '@app/status-events';
import { type NoticeKind, type Notice, type Recipient } from './notice.js';
import { factsOf } from './notice-facts.js';
import { type Language, templates } from './templates/languages.js';
import { type Occasion } from './templates/template.js';

/** The part of an order's page that it is about, where it is not the order as a whole. */
const pages: Partial<Record<Occasion, string>> = {
  'orders.status.message-posted.v1': '/messages',
  'orders.status.review-requested.v1': '/review',
  'orders.status.review-submitted.v1': '/review',
};

/** That a person is to be told something, in whatever language. */
export interface Telling {
  readonly recipient: Recipient;
  readonly kind: NoticeKind;
  readonly occasion: Occasion;
}

/** Whom a status event concerns, and as what. Nobody is told of imported history as news. */
export function tellingsOf(event: StatusEvent): Telling[] {
  const { buyerId, sellerId, imported } = event.data;
  if (imported) return [];
  const { buyer, seller } = templates.en[event.type];
  const kind = event.type.split('.')[2] as NoticeKind;
  const made: Telling[] = [];
  if (buyer && !wrote(event, 'buyer'))
    made.push({ recipient: { role: 'buyer', id: buyerId }, kind, occasion: event.type });
  const recipient: Recipient = { role: 'seller', id: sellerId };
  if (appearsToSeller(event)) made.push({ recipient, kind: 'new-order', occasion: 'new-order' });
  else if (seller && sellerKnows(event) && !wrote(event, 'seller'))
    made.push({ recipient, kind, occasion: event.type });
  return made;
}

/** Nobody is told of what they wrote themselves. */
const wrote = ({ data: { change } }: StatusEvent, role: Recipient['role']): boolean =>
  'from' in change && change.from === role;

const sellerKnows = ({ data }: StatusEvent): boolean => data.before?.sellerLabel !== undefined;

/** A seller sees an order from its payment on, or at once where it is paid on delivery; of one that is cancelled before, a seller never hears. */
const appearsToSeller = (event: StatusEvent): boolean =>
  !sellerKnows(event) &&
  event.data.after.sellerLabel !== undefined &&
  event.data.after.status !== 'Cancelled';

/** What one person is told, in their language. */
export function noticeOf(
  event: StatusEvent,
  { recipient, kind, occasion }: Telling,
  language: Language,
): Notice {
  const template = templates[language][occasion][recipient.role]!;
  const facts = factsOf(event, language);
  // Plain text: nothing is escaped for HTML here.
  const text = (source: string): string => Mustache.render(source, facts, undefined, { escape: String });
  return {
    recipient,
    orderId: event.data.orderId,
    sequence: event.sequence,
    kind,
    title: text(template.title),
    body: text(template.body),
    link: `/orders/${event.data.orderId}${pages[occasion] ?? ''}`,
    createdAt: event.time,
  };
}
