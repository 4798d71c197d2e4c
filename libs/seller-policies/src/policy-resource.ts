import { type Resource } from '@app/reservations';
import { decodePolicyEvent, policyStreamPrefix } from './policy-event.codec.js';

/** Sellers' policies hold nothing for orders; they are followed so that a damaged one is noticed before it is needed. */
export const policyResource: Resource = {
  prefix: policyStreamPrefix,
  reservationIn(recorded) {
    decodePolicyEvent(recorded);
    return undefined;
  },
  streamsOf: () => [],
  settle: async () => false,
};
