import Mustache from 'mustache';
import { type StatusEvent } from '@app/status-events';
import { type NoticeKind, type Notice, type Recipient } from './notice.js';
import { factsOf } from './notice-facts.js';
import { newOrder, type Template, templates } from './templates.js';

/** What buyer and seller are told of a status event. Nobody is told of imported history as news. */
export function noticesFor(event: StatusEvent): Notice[] {
  const { buyerId, sellerId, imported } = event.data;
  if (imported) return [];
  const kind = event.type.split('.')[2] as NoticeKind;
  const { buyer, seller } = templates[event.type];
  const notices: Notice[] = [];
  if (buyer) notices.push(notice(event, { role: 'buyer', id: buyerId }, kind, buyer));
  const forSeller: Recipient = { role: 'seller', id: sellerId };
  if (appearsToSeller(event)) notices.push(notice(event, forSeller, 'new-order', newOrder));
  else if (seller && sellerKnows(event)) notices.push(notice(event, forSeller, kind, seller));
  return notices;
}

const sellerKnows = ({ data }: StatusEvent): boolean => data.before?.sellerLabel !== undefined;

/** A seller sees an order from its payment on; of one that is cancelled before, a seller never hears. */
const appearsToSeller = (event: StatusEvent): boolean =>
  !sellerKnows(event) &&
  event.data.after.sellerLabel !== undefined &&
  event.data.after.status !== 'Cancelled';

function notice(event: StatusEvent, recipient: Recipient, kind: NoticeKind, template: Template): Notice {
  const facts = factsOf(event);
  // Plain text: nothing is escaped for HTML here.
  const text = (source: string): string => Mustache.render(source, facts, undefined, { escape: String });
  return {
    recipient,
    orderId: event.data.orderId,
    sequence: event.sequence,
    kind,
    title: text(template.title),
    body: text(template.body),
    link: `/orders/${event.data.orderId}`,
    createdAt: event.time,
  };
}
