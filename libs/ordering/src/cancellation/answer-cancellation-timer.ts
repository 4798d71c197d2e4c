import { endOfTerm } from '../policy-duration.js';
import { type TimerRules } from '../timer-rules.js';

/** A request to cancel that the seller leaves without an answer is granted. */
export const answerCancellationTimer: TimerRules = {
  running: ({ openCancellations, policy }) =>
    policy.answerCancellationHours === 0
      ? []
      : openCancellations.map(({ cancellationId, requestedAt }) => ({
          subject: cancellationId,
          dueAt: endOfTerm(policy, 'answerCancellationHours', requestedAt),
        })),
  fire: ({ openCancellations }, { timer, dueAt, subject }, { at }) => {
    const { requestedAt: _, ...request } = openCancellations.find((open) => open.cancellationId === subject)!;
    return [
      { type: 'CancellationApproved', at, data: { cancellationId: request.cancellationId, timer, dueAt } },
      { type: 'LinesCancelled', at, data: { ...request, timer, dueAt } },
    ];
  },
};
