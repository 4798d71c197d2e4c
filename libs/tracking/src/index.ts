export { trackingConsumer } from './tracking-consumer.js';
export { type ShownTracking, showTracking } from './show-tracking.js';
export { findTracking, type OrderTracking } from './tracking-store.js';
export {
  isTracked,
  type Scan,
  trackingAfter,
  type TrackedPackage,
  type TrackingView,
} from './tracking-view.js';
