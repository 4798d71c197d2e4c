import { type StatusEvent } from '@app/status-events';
import { type Notice } from '../notice.js';
import { noticeOf, tellingsOf } from '../notices-for.js';
import { type Language } from '../templates/languages.js';

/** What all whom a status event concerns are told in one language. */
export const noticesFor = (event: StatusEvent, language: Language): Notice[] =>
  tellingsOf(event).map((telling) => noticeOf(event, telling, language));
