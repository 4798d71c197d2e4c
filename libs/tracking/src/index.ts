export { trackingConsumer } from './tracking-consumer.js';
export { findTracking, type OrderTracking } from './tracking-store.js';
export { isTracked, type Scan, track, type TrackedPackage, type TrackingView } from './tracking-view.js';
