import { type Evolution } from '../evolution.js';
import { type OrderStockEvent } from './events.js';

export const stockEvolution: Evolution<OrderStockEvent> = {
  StockMissing: (order, { at }) => ({ ...order, stockMissedAt: at }),
};
