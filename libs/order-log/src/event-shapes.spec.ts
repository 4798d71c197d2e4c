import { describeEventShapes } from '@app/event-store/testing';
import { histories } from '@app/status-events/testing';
import { orderUpcasters } from './upcasters.js';

describeEventShapes({
  folder: 'libs/order-log/events',
  types: 'libs/ordering/src/events.ts',
  union: 'OrderEvent',
  examples: Object.values(histories).flat(),
  upcasters: orderUpcasters,
});
