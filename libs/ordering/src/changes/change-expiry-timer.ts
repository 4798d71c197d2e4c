import { refundDue } from '../amounts.js';
import { evolve } from '../evolve.js';
import { type OpenChange } from '../order.js';
import { endOfTerm } from '../policy-duration.js';
import { refundInitiatedEvents } from '../refunds/refund-initiated-events.js';
import { type TimerRules } from '../timer-rules.js';
import { changeRejectedEvent } from './change-events.js';
import { type ChangeRejection } from './events.js';

/** A change that the seller does not answer, or the buyer does not pay, is not made: what was paid of it goes back. */
export const changeExpiryTimer: TimerRules = {
  running: ({ openChanges, policy }) =>
    policy.changeExpiryHours === 0
      ? []
      : openChanges.map(({ changeId, since }) => ({
          subject: changeId,
          dueAt: endOfTerm(policy, 'changeExpiryHours', since),
        })),
  fire: (order, { subject, ...fired }, { at }) => {
    const change = order.openChanges.find(({ changeId }) => changeId === subject)!;
    const expired = changeRejectedEvent(change, at, { reason: missed(change), ...fired });
    const amount = refundDue(evolve(order, expired)) - refundDue(order);
    if (amount === 0) return [expired];
    const refund = { refundId: `change.${change.changeId}`, amount, reason: 'changed' } as const;
    return [expired, ...refundInitiatedEvents(order, at, refund)];
  },
};

/** What the change still waited for. */
const missed = (change: OpenChange): ChangeRejection =>
  change.kind === 'lines' && change.approved ? 'unpaid' : 'unanswered';
