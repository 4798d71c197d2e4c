import { type OrderEvent } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { statusEventsOf } from '@app/status-events/testing';
import { homeTimeZone, type Language } from '@app/words';
import { type Notice, type Recipient } from '../notice.js';
import { noticeOf, noticesOf } from '../notices-for.js';

/** The notices of a status event to all whom it concerns, in one language, as if it were an act of its own. */
export const noticesFor = (event: StatusEvent, language: Language): Notice[] =>
  noticesOf(event).map((notice) => noticeOf([notice], { language, timeZone: homeTimeZone }));

/** All that an order's people read of it, in English. */
export const allNotices = (history: readonly OrderEvent[]) =>
  statusEventsOf(history).flatMap((event) => noticesFor(event, 'en'));

/** What one of the two reads, each notice as "title: body". */
export const noticesTo = (role: Recipient['role'], history: readonly OrderEvent[]): string[] =>
  allNotices(history)
    .filter(({ recipient }) => recipient.role === role)
    .map(({ title, body }) => `${title}: ${body}`);
