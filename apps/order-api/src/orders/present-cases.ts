import {
  type CaseParty,
  type CaseState,
  claimLife,
  refundLife,
  returnLife,
  runningTimers,
} from '@app/ordering';
import { type ClaimView, type OrderView, type RefundView, type ReturnView } from '@app/read-models';

/** Whose turn a case is, and until when; nothing where it is over. */
export interface CaseTurn {
  readonly waitsFor?: CaseParty;
  /** ISO 8601, UTC; missing where nobody is hurried. */
  readonly dueAt?: string;
}

/** The cases of the order, each with whose turn it is. */
export function presentCases({ order, returns, claims, refunds }: OrderView) {
  const timers = runningTimers(order);
  const turn = ({ waitsFor, timer }: Omit<CaseState<string>, 'on'>, subject: string): CaseTurn => ({
    waitsFor,
    dueAt: timers.find((running) => running.timer === timer && running.subject === subject)?.dueAt,
  });
  return {
    returns: returns.map((known): ReturnView & CaseTurn => ({
      ...known,
      ...turn(returnLife[known.state], known.returnId),
    })),
    claims: claims.map((known): ClaimView & CaseTurn => ({
      ...known,
      ...turn(claimLife[known.state], known.claimId),
    })),
    refunds: refunds.map((known): RefundView & CaseTurn => ({
      ...known,
      ...turn(refundLife[known.state], known.refundId),
    })),
  };
}
