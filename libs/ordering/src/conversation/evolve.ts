import { type Evolution } from '../evolution.js';
import { type ConversationEvent } from './events.js';

/** What people write decides nothing, so the folded order does not carry it. */
export const conversationEvolution: Evolution<ConversationEvent> = {
  MessagePosted: (order) => order,
  ReviewRequested: (order) => order,
  ReviewSubmitted: (order, { at }) => ({ ...order, reviewedAt: at }),
};
