import { type MinorUnits } from '../money.js';
import { type Charge } from '../order-terms.js';
import { type CouponTerms } from './coupon-terms.js';
import { type FeeRates } from './fees.js';

/** What made an order's discounts and fees. Changes of the order are priced by it, whatever holds by then for new ones. */
export interface PriceTerms {
  /** The coupons among its discounts. When they end, and how often they may be used, does not matter any more. */
  readonly coupons: readonly Pick<CouponTerms, 'code' | 'label' | 'benefit' | 'minimum'>[];
  /** Of the fees that the order bears and that follow from them; insured is an order with a rate of insurance. */
  readonly rates: Partial<FeeRates>;
}

/** The parts of an order's price that follow from its goods. */
export interface PriceParts {
  readonly discounts: readonly Charge[];
  readonly fees: readonly Charge[];
}

/** What an order was placed at. */
export interface PlacedPrices extends PriceParts {
  /** Of all lines, before discounts. */
  readonly goods: MinorUnits;
  readonly terms: PriceTerms;
}
