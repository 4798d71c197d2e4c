import { publicEvent } from '../public-event.js';
import { id } from '../public-fields.js';
import { parties } from './events.js';

export const conversationPublicEvents = {
  MessagePosted: publicEvent('MessagePosted', {
    name: 'message-posted',
    summary: "One of the order's people wrote to the others; what was written stays with the order.",
    fields: { messageId: id, from: { enum: parties } },
    noticeTo: ['buyer', 'seller'],
  }),
  ReviewRequested: publicEvent('ReviewRequested', {
    name: 'review-requested',
    summary: 'The order is completed, and its buyer is asked how it was.',
    fields: {},
    noticeTo: ['buyer'],
  }),
  ReviewSubmitted: publicEvent('ReviewSubmitted', {
    name: 'review-submitted',
    summary: 'The buyer has reviewed the order; the words stay with the order.',
    fields: { score: { type: 'integer', minimum: 1, maximum: 5, description: 'From bad to good.' } },
    noticeTo: ['seller'],
  }),
};
