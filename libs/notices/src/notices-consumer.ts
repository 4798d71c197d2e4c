import { publicEvents } from '@app/ordering';
import { type StatusConsumer, statusEventType } from '@app/status-events';
import { storeMails } from './mails/mail-outbox.js';
import { storeNotices } from './notice-store.js';
import { actOf, type NoticeOf, noticeOf, noticesOf } from './notices-for.js';
import { preferencesOf, type StoredPreferences } from './preferences/preference-store.js';
import { type Channels, channelsFor } from './preferences/preferences.js';

const withNotices = Object.values(publicEvents).filter(({ noticeTo }) => noticeTo.length > 0);

/** Turns status events into the notices and mails that people want, in their language: of one act one of each. */
export const noticesConsumer: StatusConsumer = {
  group: 'notices',
  types: withNotices.map(({ type }) => statusEventType(type)),
  async handle(events, tx) {
    const all = events.flatMap(noticesOf);
    if (all.length === 0) return;
    const chosenBy = await preferencesOf(
      tx,
      all.map(({ recipient }) => recipient),
    );
    const written = (channel: keyof Channels) =>
      acts(all.filter(({ recipient, kind }) => channelsFor(chosenBy(recipient), kind)[channel])).map(
        (act) => {
          const preferences: StoredPreferences = chosenBy(act[0]!.recipient);
          return { ...noticeOf(act, preferences), language: preferences.language };
        },
      );
    const [notices, mails] = [written('inbox'), written('email')];
    if (notices.length > 0) await storeNotices(tx, notices);
    if (mails.length > 0) await storeMails(tx, mails);
  },
};

/** Each act with what it made, in its order. */
function acts(all: readonly NoticeOf[]): NoticeOf[][] {
  const byAct = new Map<string, NoticeOf[]>();
  for (const one of all) byAct.set(actOf(one), [...(byAct.get(actOf(one)) ?? []), one]);
  return [...byAct.values()];
}
