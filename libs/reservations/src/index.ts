export { InTurn } from './in-turn.js';
export { releaseForgotten } from './release-forgotten.js';
export { type Resource } from './resource.js';
export { transactions } from './transactions.js';
export { type ReservationsOptions, runReservations } from './run-reservations.js';
