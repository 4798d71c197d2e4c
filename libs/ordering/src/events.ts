import { type CancellationEvent } from './cancellation/events.js';
import { type ChangesEvent } from './changes/events.js';
import { type ClaimsEvent } from './claims/events.js';
import { type ConversationEvent } from './conversation/events.js';
import { type FulfilmentEvent } from './fulfilment/events.js';
import { type PaymentEvent } from './payment/events.js';
import { type PlacementEvent } from './placement/events.js';
import { type RefundsEvent } from './refunds/events.js';
import { type ReturnsEvent } from './returns/events.js';
import { type OrderStockEvent } from './stock/events.js';
import { type VouchersEvent } from './vouchers/events.js';

export * from './cancellation/events.js';
export * from './conversation/events.js';
export * from './changes/events.js';
export * from './claims/events.js';
export * from './fulfilment/events.js';
export * from './payment/events.js';
export * from './placement/events.js';
export * from './refunds/events.js';
export * from './returns/events.js';
export * from './stock/events.js';
export * from './vouchers/events.js';

/** Everything that can happen to an order. */
export type OrderEvent =
  | PlacementEvent
  | PaymentEvent
  | FulfilmentEvent
  | OrderStockEvent
  | CancellationEvent
  | ChangesEvent
  | ReturnsEvent
  | ClaimsEvent
  | RefundsEvent
  | VouchersEvent
  | ConversationEvent;
export type OrderEventType = OrderEvent['type'];
