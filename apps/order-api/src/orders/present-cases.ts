import {
  type CaseParty,
  type CaseState,
  claimLife,
  deliveryOf,
  type DeliveryState,
  packageLife,
  refundLife,
  returnLife,
  runningTimers,
} from '@app/ordering';
import {
  type ClaimView,
  type OrderView,
  type PackageView,
  type RefundView,
  type ReturnView,
} from '@app/read-models';

/** Whose turn a case is, and until when; nothing where it is over. */
export interface CaseTurn {
  readonly waitsFor?: CaseParty;
  /** ISO 8601, UTC; missing where nobody is hurried. */
  readonly dueAt?: string;
}

/** The packages and the cases of the order, each with whose turn it is. */
export function presentCases({ order, packages, returns, claims, refunds }: OrderView) {
  const timers = runningTimers(order);
  const turn = ({ waitsFor, timer }: Omit<CaseState<string>, 'on'>, subject: string): CaseTurn => ({
    waitsFor,
    dueAt: timers.find((running) => running.timer === timer && running.subject === subject)?.dueAt,
  });
  const states = new Map(order.packages.map((parcel) => [parcel.packageId, deliveryOf(parcel).state]));
  return {
    packages: packages.map((known): PackageView & CaseTurn & { readonly state: DeliveryState } => {
      const state = states.get(known.packageId)!;
      return { ...known, state, ...turn(packageLife[state], known.packageId) };
    }),
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
