import { type StatusEventType } from '@app/status-events';

/** Texts in mustache (https://mustache.github.io); what they may name is in `notice-facts.ts`. */
export interface Template {
  readonly title: string;
  readonly body: string;
}

/** What people can be told of: each status event, and that a seller sees an order for the first time. */
export type Occasion = StatusEventType | 'new-order';
