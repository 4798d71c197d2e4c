import { createOrderExample, payOrderExample } from '../../order-api/src/commands/routes/placement.js';

/** One call of the walk from an order's creation to its delivery. `$ORDER` in a path is the order's id. */
export interface WalkthroughStep {
  /** What happens, in a sentence. */
  readonly title: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** A service takes one order from creation to delivery, then looks where each of its people looks. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    title: 'Ayu orders two shirts and three jars from Toko Batik, during a live stream',
    method: 'POST',
    path: '/orders',
    body: createOrderExample,
  },
  {
    title: 'The payment provider reports the money',
    method: 'POST',
    path: '/orders/$ORDER/pay',
    body: payOrderExample,
  },
  { title: 'Toko Batik confirms', method: 'POST', path: '/orders/$ORDER/confirm', body: {} },
  {
    title: 'Toko Batik hands everything to a carrier in one package',
    method: 'POST',
    path: '/orders/$ORDER/ship',
    body: {
      packageId: 'PKG-1',
      method: 'platform',
      carrier: 'dhl',
      trackingNumber: '00340434161094042557',
      estimatedDelivery: '2030-01-31',
    },
  },
  {
    title: 'The carrier delivers it',
    method: 'POST',
    path: '/orders/$ORDER/deliver',
    body: { packageId: 'PKG-1' },
  },
  { title: "Ayu's orders", method: 'GET', path: '/buyers/ayu/orders' },
  { title: "Toko Batik's orders", method: 'GET', path: '/sellers/toko-batik/orders' },
  { title: "Ayu's notices", method: 'GET', path: '/buyers/ayu/notices' },
  { title: "Toko Batik's notices", method: 'GET', path: '/sellers/toko-batik/notices' },
  { title: 'Where the package is', method: 'GET', path: '/orders/$ORDER/tracking' },
];
