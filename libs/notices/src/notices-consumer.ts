import { publicEvents } from '@app/ordering';
import { type StatusConsumer, statusEventType } from '@app/status-events';
import { storeMails } from './mails/mail-outbox.js';
import { storeNotices } from './notice-store.js';
import { noticeOf, tellingsOf } from './notices-for.js';
import { preferencesOf } from './preferences/preference-store.js';
import { channelsFor } from './preferences/preferences.js';

const toBeTold = Object.values(publicEvents).filter(({ noticeTo }) => noticeTo.length > 0);

/** Turns status events into what people want to be told, in their language: notices and mails. */
export const noticesConsumer: StatusConsumer = {
  group: 'notices',
  types: toBeTold.map(({ type }) => statusEventType(type)),
  async handle(events, tx) {
    const all = events.flatMap((event) => tellingsOf(event).map((telling) => ({ event, telling })));
    if (all.length === 0) return;
    const chosenBy = await preferencesOf(
      tx,
      all.map(({ telling }) => telling.recipient),
    );
    const told = all.map(({ event, telling }) => {
      const preferences = chosenBy(telling.recipient);
      const { language } = preferences;
      const notice = noticeOf(event, telling, language);
      return { ...channelsFor(preferences, telling.kind), notice, mail: { ...notice, language } };
    });
    const notices = told.flatMap(({ inbox, notice }) => (inbox ? [notice] : []));
    const mails = told.flatMap(({ email, mail }) => (email ? [mail] : []));
    if (notices.length > 0) await storeNotices(tx, notices);
    if (mails.length > 0) await storeMails(tx, mails);
  },
};
