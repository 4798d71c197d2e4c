import fc from 'fast-check';

/** Prices that do not divide evenly, so that every share has to be told to the minor unit. */
export const products = [
  { productId: 'mug', title: 'Mug', unitPrice: 1999 },
  { productId: 'shirt', title: 'Shirt', unitPrice: 3333 },
  { productId: 'tea', title: 'Tea', unitPrice: 701 },
] as const;

const coupons = [
  { code: 'TEN', label: 'Ten percent', benefit: { kind: 'percentage', basisPoints: 1000 } },
  { code: 'THREE', label: 'Three for two', benefit: { kind: 'bundle', take: 3, pay: 2 } },
  { code: 'FIVE', label: 'Five off', benefit: { kind: 'amount', amount: 500 }, minimum: 4000 },
  { code: 'FEW', label: 'For the first few', benefit: { kind: 'amount', amount: 333 }, limit: 5 },
].map((coupon) => ({ ...coupon, currency: 'EUR' }));

export const sellers = [
  { id: 'plain', policy: {}, coupons },
  { id: 'pricey', policy: { platformFeeBasisPoints: 250 }, coupons },
  { id: 'careful', policy: { reserveStockAt: 'payment', shipByWorkingDays: 1 }, coupons },
] as const;

export const waysToPay = ['at once', 'in parts', 'in captures', 'twice', 'too much', 'in cash'] as const;

/** What a buyer means to do. */
export interface DayPlan {
  readonly buyer: string;
  readonly seller: string;
  /** BoughtUnits of each product, in its order. */
  readonly quantities: readonly number[];
  readonly couponCode?: string;
  readonly insured: boolean;
  readonly pays: (typeof waysToPay)[number];
  /** Chooses among what may become of it. */
  readonly chance: number;
}

export const somePlan: fc.Arbitrary<DayPlan> = fc.record(
  {
    buyer: fc.integer({ min: 1, max: 60 }).map((number) => `buyer-${number}`),
    seller: fc.constantFrom(...sellers.map(({ id }) => id)),
    quantities: fc.tuple(...products.map(() => fc.integer({ min: 1, max: 4 }))),
    couponCode: fc.constantFrom(...coupons.map(({ code }) => code)),
    insured: fc.boolean(),
    pays: fc.constantFrom(...waysToPay),
    chance: fc.nat({ max: 999 }),
  },
  { requiredKeys: ['buyer', 'seller', 'quantities', 'insured', 'pays', 'chance'] },
);
