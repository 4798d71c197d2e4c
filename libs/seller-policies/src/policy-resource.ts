import { holdingNothing } from '@app/reservations';
import { decodePolicyEvent, policyStreamPrefix } from './policy-event.codec.js';

/** Sellers' policies, followed so that a damaged history is noticed before it is needed. */
export const policyResource = holdingNothing(policyStreamPrefix, decodePolicyEvent);
