import { publicEvent } from '../public-event.js';
import { timer, units } from '../public-fields.js';

export const stockPublicEvents = {
  StockMissing: publicEvent('StockMissing', {
    name: 'stock-missing',
    summary: "The seller's automation did not confirm, because units are not in stock.",
    fields: { timer, units },
    noticeTo: ['seller'],
  }),
};
