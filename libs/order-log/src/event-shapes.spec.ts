import { histories } from '../../status-events/src/testing/histories.js';
import { describeEventShapes } from '../../event-store/src/testing/event-shapes.js';
import { upcasters } from './upcasters.js';

describeEventShapes({
  folder: 'libs/order-log/events',
  types: 'libs/ordering/src/events.ts',
  union: 'OrderEvent',
  examples: Object.values(histories).flat(),
  upcasters,
});
