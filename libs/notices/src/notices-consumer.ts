import { type StatusConsumer } from '@app/status-events';
import { storeNotices } from './notice-store.js';
import { noticesFor } from './notices-for.js';

/** Turns status events into notices. */
export const noticesConsumer: StatusConsumer = {
  group: 'notices',
  async handle(events, tx) {
    const notices = events.flatMap(noticesFor);
    if (notices.length > 0) await storeNotices(tx, notices);
  },
};
