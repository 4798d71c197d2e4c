import { type TimerRules } from '../timer-rules.js';
import { after, hour } from '../timers.js';

/** A request to cancel that the seller leaves without an answer is granted. */
export const answerCancellationTimer: TimerRules = {
  running: ({ openCancellations, policy: { answerCancellationHours } }) =>
    answerCancellationHours === 0
      ? []
      : openCancellations.map(({ cancellationId, requestedAt }) => ({
          subject: cancellationId,
          dueAt: after(requestedAt, answerCancellationHours * hour),
        })),
  fire: ({ openCancellations }, { timer, dueAt, subject }, { at }) => {
    const { requestedAt: _, ...request } = openCancellations.find((open) => open.cancellationId === subject)!;
    return [
      { type: 'CancellationApproved', at, data: { cancellationId: request.cancellationId, timer, dueAt } },
      { type: 'LinesCancelled', at, data: { ...request, timer, dueAt } },
    ];
  },
};
