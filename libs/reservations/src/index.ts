export { readCheckpoint as readReservationCheckpoint } from './follow.js';
export { InTurn } from './in-turn.js';
export { releaseForgotten } from './release-forgotten.js';
export { type Resource } from './resource.js';
export {
  type Growing,
  type ResourceDecision,
  type ResourceOutcome,
  ResourceStreams,
  type StreamKind,
} from './resource-streams.js';
export { transactionsOn } from './transactions.js';
export { type ReservationsOptions, runReservations } from './run-reservations.js';
