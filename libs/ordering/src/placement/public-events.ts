import { totalsOf } from '../amounts.js';
import { publicEvent } from '../public-event.js';
import { amount, currency, day, described, units } from '../public-fields.js';

export const placementPublicEvents = {
  OrderPlaced: publicEvent('OrderPlaced', {
    name: 'placed',
    summary: 'A buyer has placed the order. goods − discounts + charges = total.',
    fields: {
      goods: described(amount, 'Price of all lines before discounts.'),
      discounts: amount,
      charges: described(amount, 'Shipping and fees.'),
      total: amount,
      currency,
      units,
    },
    optional: { promisedDelivery: day },
    from: ({ data }) => ({ ...data, ...totalsOf(data), units: data.lines }),
    noticeTo: ['buyer'],
  }),
};
