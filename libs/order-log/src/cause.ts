import { type Role } from '@app/ordering';
import { type OrderEntry } from './order-entry.js';

/** Who made an event happen: somebody in a role, or one of the order's own timers. */
export type Cause = Role | 'timer';

/** A timer's event is the timer's, whoever sent the command with which it came to light. */
export const causeOf = ({ event, metadata }: OrderEntry): Cause =>
  'timer' in event.data && event.data.timer !== undefined
    ? 'timer'
    : (metadata.onBehalfOf ?? metadata.actor).role;
