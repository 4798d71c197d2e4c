import { holdingNothing } from '@app/reservations';
import { decode } from './codec.js';
import { partnerStreamPrefix } from './partner.js';

/** The names of partners, followed so that a damaged history is noticed before it is needed. */
export const partnerResource = holdingNothing(partnerStreamPrefix, decode);
