import { type Change, type EventStore, type Outcome, Streams } from '@app/event-store';
import { type Causation } from '../resource-codec.js';
import { decode, encode } from './codec.js';
import * as decide from './decide.js';
import { type StockCount, type StockReceipt } from './decide.js';
import { type StockEvent } from './events.js';
import { Stock } from './stock.js';
import { type StockRefusal } from './stock-refusal.js';
import { stockId, stockStreamPrefix } from './stock-stream.js';

/** How many products' stocks are kept at hand. */
const keptStocks = 1_000;

export type StockOutcome = Outcome<Change<Stock>, StockRefusal>;

/** The stock of all sellers, a stream of the event log for each product. A product without a stream has none kept. */
export class Stocks extends Streams<Stock, StockEvent, Causation, StockRefusal> {
  constructor(store: EventStore) {
    super(store, {
      prefix: stockStreamPrefix,
      encode,
      decode: (recorded) => ({ event: decode(recorded), metadata: {} }),
      evolve(stock = new Stock(), event) {
        stock.apply(event);
        return stock;
      },
      kept: keptStocks,
      contended: { code: 'too-much-contention' },
    });
  }

  find(sellerId: string, productId: string): Promise<Stock | undefined> {
    return this.read(stockId(sellerId, productId));
  }

  /** Whether the seller keeps stock of the product: from the first count or delivery on. */
  isKept(sellerId: string, productId: string): Promise<boolean> {
    return this.exists(stockId(sellerId, productId));
  }

  receive(
    sellerId: string,
    productId: string,
    receipt: StockReceipt,
    at: string,
    causation: Causation,
  ): Promise<StockOutcome> {
    return this.change(stockId(sellerId, productId), causation, (stock) =>
      decide.receiveStock(stock, receipt, at),
    );
  }

  count(
    sellerId: string,
    productId: string,
    counted: StockCount,
    at: string,
    causation: Causation,
  ): Promise<StockOutcome> {
    return this.change(stockId(sellerId, productId), causation, (stock) =>
      decide.countStock(stock, counted, at),
    );
  }
}
