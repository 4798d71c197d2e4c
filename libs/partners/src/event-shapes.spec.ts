import { describeEventShapes } from '@app/event-store/testing';
import { partnerEvents } from './codec.js';
import { type PartnerNamed } from './partner.js';

const named: PartnerNamed = {
  type: 'PartnerNamed',
  at: '2026-01-05T09:00:00.000Z',
  data: { names: ['jne', 'JNE Express'] },
};

describeEventShapes({
  folder: 'libs/partners/events',
  types: 'libs/partners/src/partner.ts',
  union: 'PartnerNamed',
  examples: [named],
  upcasters: partnerEvents,
});
