import Mustache from 'mustache';
import { type StatusEvent } from '@app/status-events';
import { type NoticeKind, type Notice, type Recipient } from './notice.js';
import { factsOf } from './notice-facts.js';
import { newOrder, type Template, templates } from './templates.js';

/** What buyer and seller are told of a status event. Nobody is told of imported history as news. */
export const noticesFor = (event: StatusEvent): Notice[] =>
  drafts(event).map(({ recipient, kind, template }) => notice(event, recipient, kind, template));

/** Who is told of it: the recipients of `noticesFor`. */
export const recipientsOf = (event: StatusEvent): Recipient[] =>
  drafts(event).map(({ recipient }) => recipient);

interface Draft {
  readonly recipient: Recipient;
  readonly kind: NoticeKind;
  readonly template: Template;
}

function drafts(event: StatusEvent): Draft[] {
  const { buyerId, sellerId, imported } = event.data;
  if (imported) return [];
  const kind = event.type.split('.')[2] as NoticeKind;
  const { buyer, seller } = templates[event.type];
  const made: Draft[] = [];
  if (buyer) made.push({ recipient: { role: 'buyer', id: buyerId }, kind, template: buyer });
  const recipient: Recipient = { role: 'seller', id: sellerId };
  if (appearsToSeller(event)) made.push({ recipient, kind: 'new-order', template: newOrder });
  else if (seller && sellerKnows(event)) made.push({ recipient, kind, template: seller });
  return made;
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
