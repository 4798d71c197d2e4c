import { type Fact } from '../fact.js';
import { type StoredPolicy } from '../policy.js';
import { type CreateOrder } from './commands.js';

/** Carries personal data: `shippingAddress`. */
export type OrderPlaced = Fact<'OrderPlaced', Omit<CreateOrder, 'type'> & { readonly policy: StoredPolicy }>;

export type PlacementEvent = OrderPlaced;
