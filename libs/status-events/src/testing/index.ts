/** What other libraries' tests use of this one's helpers. */
export { anyHistory } from './any-history.js';
export { consumed } from './consumed.js';
export { anyDeliveries, deliverEvents } from './deliveries.js';
export { EffectTable } from './effect-table.js';
export { histories, ofOrder } from './histories.js';
export { OrderHistoryLog } from './order-history-log.js';
export { somebodyWaits } from './somebody-waits.js';
export { statusEventsOf } from './status-events-of.js';
export { describeStatusLog } from './status-log.contract.js';
