import { type Fact } from '../fact.js';

/** Who can write to the others about an order; a backend service writes for the platform. */
export const parties = ['buyer', 'seller', 'platform'] as const;
export type Party = (typeof parties)[number];

/** Carries personal data: `text`. */
export type MessagePosted = Fact<
  'MessagePosted',
  { readonly messageId: string; readonly from: Party; readonly text: string }
>;

/** The order is done, so its buyer is asked how it was. */
export type ReviewRequested = Fact<'ReviewRequested', Record<string, never>>;

/** Carries personal data: `text`. */
export type ReviewSubmitted = Fact<'ReviewSubmitted', { readonly score: number; readonly text?: string }>;

export type ConversationEvent = MessagePosted | ReviewRequested | ReviewSubmitted;
