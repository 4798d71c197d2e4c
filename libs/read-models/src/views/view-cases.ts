import {
  type ClaimsEvent,
  faultIn,
  type Order,
  refundLife,
  type RefundsEvent,
  type RefundState,
  type ReturnsEvent,
} from '@app/ordering';
import { type ClaimView, type RefundShareView, type RefundView, type ReturnView } from './case-views.js';
import { newestScans } from './newest-scans.js';

/** The cases in an order's view. */
export interface Cases {
  readonly returns: readonly ReturnView[];
  readonly claims: readonly ClaimView[];
  readonly refunds: readonly RefundView[];
}

/** The cases after one more event about one of them, given the order after it. */
export function viewCases(
  cases: Cases,
  event: ReturnsEvent | ClaimsEvent | RefundsEvent,
  order: Order,
): Cases {
  const shown = withEvent(cases, event);
  return {
    returns: shown.returns.map((view) => ({
      ...view,
      ...stateOf(order.returns.find(({ returnId }) => returnId === view.returnId) ?? view),
    })),
    claims: shown.claims.map((view) => {
      const known = order.claims.find(({ claimId }) => claimId === view.claimId) ?? view;
      const { resolvedFor, granted, allowance, appealedAt } = known;
      return { ...view, ...stateOf(known), resolvedFor, granted, allowance, appealedAt };
    }),
    refunds: shown.refunds.map((view) => asInOrder(order, view)),
  };
}

function withEvent(cases: Cases, { type, at, data }: ReturnsEvent | ClaimsEvent | RefundsEvent): Cases {
  const start = { since: at } as const;
  switch (type) {
    case 'ReturnRequested': {
      const begun: ReturnView = {
        ...data,
        fault: faultIn('return', data),
        ...start,
        state: 'requested',
        requestedAt: at,
        scans: [],
      };
      return { ...cases, returns: [...cases.returns, begun] };
    }
    case 'ReturnApproved':
    case 'ReturnRejected':
    case 'ReturnReceiptRefused':
      return changeReturn(cases, data, ({ answer }) => ({ answer: data.note ?? answer }));
    case 'PartialRefundOffered':
      return changeReturn(cases, data, () => ({ offered: data.amount, answer: data.note }));
    case 'ReturnShipped': {
      const { carrier, trackingNumber } = data;
      return changeReturn(cases, data, () => ({ carrier, trackingNumber }));
    }
    case 'ReturnUndelivered':
      return changeReturn(cases, data, () => ({ carrier: undefined, trackingNumber: undefined }));
    case 'ReturnScanned': {
      const { returnId: _, ...scan } = data;
      return changeReturn(cases, data, ({ scans }) => ({ scans: newestScans(scans, scan) }));
    }
    case 'ClaimOpened': {
      const fault = faultIn('claim', { ...data, reason: data.kind });
      const begun: ClaimView = { ...data, fault, ...start, state: 'opened', openedAt: at };
      return { ...cases, claims: [...cases.claims, begun] };
    }
    case 'ClaimAnswered':
      return changeClaim(cases, data, { answer: data.note });
    case 'ClaimResolved':
      return changeClaim(cases, data, { decision: data.note });
    case 'ClaimAppealed':
      return changeClaim(cases, data, { appeal: data.note });
    case 'RefundInitiated': {
      const { currency: _, ...refund } = data;
      const fresh = { ...start, state: 'initiated', failures: 0 } as const;
      const shares = data.shares?.map((share) => ({ ...share, ...fresh }));
      return { ...cases, refunds: [...cases.refunds, { ...refund, ...fresh, initiatedAt: at, shares }] };
    }
    case 'RefundFailed':
      return changeShare(cases, data, { cause: data.cause });
    case 'RefundRetried':
      return changeShare(cases, data, { expectedBy: data.expectedBy });
    case 'RefundAccountNamed': {
      const { refundId, account, expectedBy } = data;
      const shares = cases.refunds.find((known) => known.refundId === refundId)?.shares ?? [];
      return shares.reduce(
        (changed, { state }, index) =>
          refundLife[state].on[type] === undefined
            ? changed
            : changeShare(changed, { refundId, share: index + 1 }, { account, expectedBy }),
        cases,
      );
    }
    // What they change is the state alone.
    case 'PartialRefundAccepted':
    case 'PartialRefundDeclined':
    case 'ReturnWithdrawn':
    case 'ReturnLost':
    case 'ReturnReceived':
    case 'ReturnClosed':
    case 'ClaimEscalated':
    case 'ClaimWithdrawn':
    case 'RefundSettled':
    case 'RefundHandedOver':
    case 'RefundAccountAsked':
    case 'RefundDropped':
      return cases;
  }
}

const changeReturn = (
  cases: Cases,
  { returnId }: { readonly returnId: string },
  change: (known: ReturnView) => Partial<ReturnView>,
): Cases => ({
  ...cases,
  returns: cases.returns.map((known) =>
    known.returnId === returnId ? { ...known, ...change(known) } : known,
  ),
});

const changeClaim = (
  cases: Cases,
  { claimId }: { readonly claimId: string },
  change: Partial<ClaimView>,
): Cases => ({
  ...cases,
  claims: cases.claims.map((known) => (known.claimId === claimId ? { ...known, ...change } : known)),
});

/** Changes a share of a refund, and what its refund says of all of it. */
const changeShare = (
  cases: Cases,
  { refundId, share = 1 }: { readonly refundId: string; readonly share?: number },
  change: Partial<Pick<RefundShareView, 'cause' | 'expectedBy' | 'account'>>,
): Cases => {
  const { account: _, ...ofAll } = change;
  return {
    ...cases,
    refunds: cases.refunds.map((known) =>
      known.refundId === refundId
        ? {
            ...known,
            ...ofAll,
            shares: known.shares?.map((one, index) => (index + 1 === share ? { ...one, ...change } : one)),
          }
        : known,
    ),
  };
};

/** The refund as its shares stand in the order; as a whole it is where the one is that is furthest from its end. */
function asInOrder(order: Order, view: RefundView): RefundView {
  const shares = order.refunds.filter(({ refundId }) => refundId === view.refundId);
  const [last] = [...shares].sort((one, other) => urgency(other.state) - urgency(one.state));
  if (last === undefined) return view;
  return {
    ...view,
    ...stateOf(last),
    failures: shares.reduce((sum, { failures }) => sum + failures.length, 0),
    shares: view.shares?.map((share, index) => {
      const known = shares[index]!;
      return { ...share, ...stateOf(known), failures: known.failures.length };
    }),
  };
}

const urgency = (state: RefundState): number =>
  (
    ['dropped', 'settled', 'initiated', 'failed', 'awaiting-account', 'handed-over'] satisfies RefundState[]
  ).indexOf(state);

/** Which state a case is in, its own rules say. */
const stateOf = <State>({ state, since }: { readonly state: State; readonly since: string }) => ({
  state,
  since,
});
