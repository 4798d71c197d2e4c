import { type Fact } from '../fact.js';
import { type PriceTerms } from '../prices/price-terms.js';
import { type StoredPolicy } from '../stored-policy.js';
import { type CreateOrder } from './commands.js';

/** Carries personal data: `shippingAddress`. */
export type OrderPlaced = Fact<
  'OrderPlaced',
  Omit<CreateOrder, 'type'> & {
    readonly policy: StoredPolicy;
    /** Those of its products that the seller keeps stock of. */
    readonly stocked?: readonly string[];
    /** Missing where it was placed before they were recorded, or imported. */
    readonly priceTerms?: PriceTerms;
  }
>;

export type PlacementEvent = OrderPlaced;
