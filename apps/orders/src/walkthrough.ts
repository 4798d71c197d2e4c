/** One call of the walk from an order's creation to its delivery. `$ORDER` in a path is the order's id. */
export interface Step {
  /** What happens, as one would tell it. */
  readonly title: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

const lines = [
  {
    lineId: 'line-1',
    productId: 'batik-shirt',
    title: 'Batik shirt',
    variant: 'L / indigo',
    quantity: 2,
    unitPrice: 18_900_000,
  },
  { lineId: 'line-2', productId: 'sambal-jar', title: 'Sambal, 200 g', quantity: 3, unitPrice: 4_500_000 },
];
const total = 49_800_000;

/** A service takes one order from creation to delivery, then looks where each of its people looks. */
export const walkthrough: readonly Step[] = [
  {
    title: 'Ayu orders two shirts and three jars from Toko Batik, during a live stream',
    method: 'POST',
    path: '/orders',
    body: {
      checkoutId: 'checkout-1',
      buyerId: 'ayu',
      sellerId: 'toko-batik',
      sellerName: 'Toko Batik',
      currency: 'IDR',
      lines,
      shippingFee: 1_800_000,
      fees: [{ code: 'insurance', label: 'Insured shipping', amount: 200_000 }],
      discounts: [{ code: 'LIVE10', label: 'Live stream coupon', amount: 3_500_000 }],
      total,
      shippingAddress: {
        recipient: 'Ayu Lestari',
        phone: '+62 811 0000 000',
        street: 'Jalan Merdeka 17',
        city: 'Bandung',
        postalCode: '40111',
        country: 'ID',
      },
      source: 'live',
    },
  },
  {
    title: 'The payment provider reports the money',
    method: 'POST',
    path: '/orders/$ORDER/pay',
    body: { paymentId: 'pay-0001', method: 'wallet', amount: total, currency: 'IDR' },
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
