import { type StatusConsumer } from '@app/status-events';
import { updateTracking } from './tracking-store.js';
import { type TrackedEvent, trackedTypes } from './tracking-view.js';

/** Follows the packages of every order, those of imported history too. */
export const trackingConsumer: StatusConsumer<TrackedEvent['type']> = {
  group: 'tracking',
  types: trackedTypes,
  handle: (events, tx) => updateTracking(tx, events),
};
