import { describeEventShapes } from '@app/event-store/testing';
import { offerEvents } from './codec.js';
import { type OfferEvent } from './events.js';

const at = '2026-01-05T09:00:00.000Z';

const examples: OfferEvent[] = [
  {
    type: 'OfferSet',
    at,
    data: {
      sellerId: 'toko-batik',
      productId: 'batik-shirt',
      title: 'Batik shirt',
      sellerName: 'Toko Batik',
      currency: 'IDR',
      price: 18_900_000,
      variants: [{ variant: 'L / indigo' }, { variant: 'XL / indigo', price: 19_900_000 }],
      picture: 'https://pictures.example/batik-shirt.jpg',
      needsShipping: true,
      returnable: false,
      shippingFee: 1_800_000,
    },
  },
  { type: 'OfferWithdrawn', at, data: {} },
];

describeEventShapes({
  folder: 'libs/quotes/events/offers',
  types: 'libs/quotes/src/offers/events.ts',
  union: 'OfferEvent',
  examples,
  upcasters: offerEvents,
});
