import { describeEventShapes } from '@app/event-store/testing';
import { stockEvents } from './codec.js';
import { type StockEvent } from './events.js';

const at = '2026-01-05T09:00:00.000Z';
const amounts = [{ variant: 'M', quantity: 2 }];

const examples: StockEvent[] = [
  { type: 'StockReceived', at, data: { receiptId: 'DN-2026-118', variant: 'M', quantity: 50 } },
  { type: 'StockCounted', at, data: { variant: 'M', onHand: 49, note: 'One broke.' } },
  { type: 'StockReserved', at, data: { orderId: 'o-1', amounts, unpaidBy: 'ayu' } },
  { type: 'StockSecured', at, data: { orderId: 'o-1' } },
  { type: 'StockReleased', at, data: { orderId: 'o-1', amounts, reason: 'order-changed' } },
  { type: 'StockShipped', at, data: { orderId: 'o-1', amounts } },
  { type: 'StockReturned', at, data: { orderId: 'o-1', amounts } },
];

describeEventShapes({
  folder: 'libs/reservations/events/stock',
  types: 'libs/reservations/src/stock/events.ts',
  union: 'StockEvent',
  examples,
  upcasters: stockEvents,
});
