import { type Upcasters } from '@app/event-store';
import { type OrderEventType } from '@app/ordering';

/** How old versions of orders' events are read; what events of each version look like stands in `events/<type>.v<n>.json`. */
export const orderUpcasters: Upcasters<OrderEventType> = {};
