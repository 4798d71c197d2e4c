import { type StatusConsumer } from '@app/status-events';
import { updateTracking } from './tracking-store.js';

/** Follows the packages of every order, those of imported history too. */
export const trackingConsumer: StatusConsumer = {
  group: 'tracking',
  handle: (events, tx) => updateTracking(tx, events),
};
