export * from './actor.js';
export { captured, due, lineValues, outstanding, refundDue, totalsOf, worth } from './amounts.js';
export { type CaseLife, type CaseState, type CaseParty, caseParties } from './cases/case-life.js';
export { type ClaimState, claimLife, claimStates } from './claims/claim-life.js';
export { payable } from './changes/changed-lines.js';
export { allowedCommands, commandTable, roleRefusal, rolesFor } from './command-table.js';
export * from './commands.js';
export { decide } from './decide/decide.js';
export { type Decision, type DecisionContext } from './decide/decision.js';
export { longestText } from './conversation/written-text.js';
export * from './events.js';
export { evolve, fold } from './evolve.js';
export { expectedBy } from './fulfilment/estimates.js';
export * from './lifecycle.js';
export * from './money.js';
export { decimalText, moneyText } from './money-text.js';
export * from './order.js';
export * from './order-terms.js';
export * from './policy.js';
export { without } from './quantities.js';
export * from './refusal.js';
export { refundDays } from './refunds/initiate-refund.js';
export { refundLife, type RefundState, refundStates } from './refunds/refund-life.js';
export { returnLife, type ReturnState, returnStates } from './returns/return-life.js';
export { type ReturnTerms, returnTerms } from './returns/return-terms.js';
export * from './status.js';
export {
  type Demand,
  demandOf,
  holdsStock,
  reservationTimes,
  type ReservationTime,
  unitsLacking,
} from './stock/demand.js';
export { runningTimers } from './timer-table.js';
export { type Fired, type Timer, type TimerName, timerNames } from './timers.js';
export { type Calendar, endOfWorkingDay } from './working-days.js';
