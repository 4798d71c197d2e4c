import { type Evolution } from '../evolution.js';
import { type StockEvent } from './events.js';

export const stockEvolution: Evolution<StockEvent> = {
  StockMissing: (order, { at }) => ({ ...order, stockMissedAt: at }),
};
