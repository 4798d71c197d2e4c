import { type KnownEvents, resourceCodec } from '../resource-codec.js';
import { type StockEvent } from './events.js';

/** What events of each version look like stands in `events/<type>.v<n>.json`. */
export const stockEvents: KnownEvents<StockEvent> = {
  StockReceived: [],
  StockCounted: [],
  StockReserved: [],
  StockSecured: [],
  StockReleased: [],
  StockShipped: [],
  StockReturned: [],
};

export const { encode, decode } = resourceCodec<StockEvent>(stockEvents);
