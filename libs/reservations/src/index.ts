export { followerOf } from './follow.js';
export { releaseForgotten } from './release-forgotten.js';
export { type Causation, type KnownEvents, resourceCodec } from './resource-codec.js';
export { type Resource } from './resource.js';
export { type ResourceDecision, type ResourceOutcome, ResourceStreams } from './resource-streams.js';
export { transactionsOn } from './transactions.js';
export { type ReservationsOptions, runReservations } from './run-reservations.js';
