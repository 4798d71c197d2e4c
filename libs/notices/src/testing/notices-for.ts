import { type StatusEvent } from '@app/status-events';
import { homeTimeZone, type Language } from '@app/words';
import { type Notice } from '../notice.js';
import { noticeOf, noticesOf } from '../notices-for.js';

/** The notices of a status event to all whom it concerns, in one language, as if it were an act of its own. */
export const noticesFor = (event: StatusEvent, language: Language): Notice[] =>
  noticesOf(event).map((notice) => noticeOf([notice], { language, timeZone: homeTimeZone }));
