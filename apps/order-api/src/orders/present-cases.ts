import {
  type Actor,
  type BankAccount,
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
  type RefundShareView,
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
export function presentCases({ order, packages, returns, claims, refunds }: OrderView, reader: Actor) {
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
    refunds: refunds.map(({ shares, ...known }): RefundView & CaseTurn => {
      const shown = shares?.map((share, index): RefundShareView & CaseTurn => ({
        ...share,
        account: share.account && accountFor(share.account, reader),
        ...turn(refundLife[share.state], index === 0 ? known.refundId : `${known.refundId}#${index + 1}`),
      }));
      const whole = shown?.find(({ state }) => state === known.state);
      const { waitsFor, dueAt } = whole ?? turn(refundLife[known.state], known.refundId);
      return { ...known, waitsFor, dueAt, shares: shown };
    }),
  };
}

/** Who pays it out sees an account whole, its owner the end of it, and nobody else any of it. */
function accountFor(account: BankAccount, { role }: Actor): BankAccount | undefined {
  if (role === 'platform' || role === 'service') return account;
  return role === 'buyer' ? { ...account, number: `…${account.number.slice(-4)}` } : undefined;
}
