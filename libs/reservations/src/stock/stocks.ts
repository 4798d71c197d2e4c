import { type EventStore } from '@app/event-store';
import { type Causation } from '../resource-codec.js';
import { type ResourceOutcome, ResourceStreams } from '../resource-streams.js';
import { decode, encode } from './codec.js';
import * as decide from './decide.js';
import { type Count, type Receipt } from './decide.js';
import { type StockEvent } from './events.js';
import { Stock } from './stock.js';
import { type StockRefusal } from './stock-refusal.js';
import { stockStream } from './stock-stream.js';

export type StockOutcome = ResourceOutcome<Stock, StockRefusal>;

/** The stock of all sellers, a stream of the event log for each product. A product without a stream has none kept. */
export class Stocks extends ResourceStreams<Stock, StockEvent, StockRefusal> {
  constructor(store: EventStore) {
    super(store, {
      begin(first) {
        const stock = new Stock();
        stock.apply(first);
        return stock;
      },
      encode,
      decode,
      contended: { code: 'too-much-contention' },
    });
  }

  find(sellerId: string, productId: string): Promise<Stock | undefined> {
    return this.read(stockStream(sellerId, productId));
  }

  /** Whether the seller keeps stock of the product: from the first count or delivery on. */
  isKept(sellerId: string, productId: string): Promise<boolean> {
    return this.exists(stockStream(sellerId, productId));
  }

  receive(
    sellerId: string,
    productId: string,
    receipt: Receipt,
    at: string,
    causation: Causation,
  ): Promise<StockOutcome> {
    return this.change(stockStream(sellerId, productId), causation, (stock) =>
      decide.receive(stock, receipt, at),
    );
  }

  count(
    sellerId: string,
    productId: string,
    counted: Count,
    at: string,
    causation: Causation,
  ): Promise<StockOutcome> {
    return this.change(stockStream(sellerId, productId), causation, (stock) =>
      decide.count(stock, counted, at),
    );
  }
}
