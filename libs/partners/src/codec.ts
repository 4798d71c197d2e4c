import { type KnownEvents, resourceCodec } from '@app/reservations';
import { type PartnerNamed } from './partner.js';

/** What events of each version look like stands in `events/<type>.v<n>.json`. */
export const partnerEvents: KnownEvents<PartnerNamed> = { PartnerNamed: [] };

export const { encode, decode } = resourceCodec<PartnerNamed>(partnerEvents);
