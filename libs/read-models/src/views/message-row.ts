import { type OrderEntry } from '@app/order-log';
import { type Party } from '@app/ordering';

/** What somebody wrote to the others of an order. Personal data: text. */
export interface MessageRow {
  readonly orderId: string;
  /** Place of the message in the order's history: later messages have higher ones. */
  readonly revision: number;
  readonly messageId: string;
  /** When it was written (ISO 8601, UTC). */
  readonly at: string;
  readonly author: Party;
  readonly text: string;
}

/** The rows of an entry: one where it is a message, and otherwise none. */
export function messageRows({ orderId, revision, event }: OrderEntry): MessageRow[] {
  if (event.type !== 'MessagePosted') return [];
  const { messageId, from: author, text } = event.data;
  return [{ orderId, revision, messageId, at: event.at, author, text }];
}
