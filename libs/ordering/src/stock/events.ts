import { type Fact } from '../fact.js';
import { type Units } from '../order-terms.js';
import { type TimerName } from '../timers.js';

/** The seller's automation did not confirm, because units are not in stock: a person has to see to it. */
export type StockMissing = Fact<
  'StockMissing',
  { readonly timer: TimerName; readonly dueAt: string; readonly units: readonly Units[] }
>;

export type OrderStockEvent = StockMissing;
