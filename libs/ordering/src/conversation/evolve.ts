import { type Evolution } from '../evolution.js';
import { type ConversationEvent } from './events.js';

/** What people write decides nothing, so the folded order carries only how much there is. */
export const conversationEvolution: Evolution<ConversationEvent> = {
  MessagePosted: (order) => ({ ...order, messages: order.messages + 1 }),
  ReviewRequested: (order) => order,
  ReviewSubmitted: (order, { at }) => ({ ...order, reviewedAt: at }),
};
