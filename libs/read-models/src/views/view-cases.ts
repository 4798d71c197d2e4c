import { type ClaimsEvent, faultIn, type Order, type RefundsEvent, type ReturnsEvent } from '@app/ordering';
import { type ClaimView, type RefundView, type ReturnView } from './case-views.js';
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
    claims: shown.claims.map((view) => ({
      ...view,
      ...stateOf(order.claims.find(({ claimId }) => claimId === view.claimId) ?? view),
    })),
    refunds: shown.refunds.map((view) => ({
      ...view,
      ...stateOf(order.refunds.find(({ refundId }) => refundId === view.refundId) ?? view),
    })),
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
      return changeClaim(cases, data, { resolvedFor: data.resolvedFor, decision: data.note });
    case 'RefundInitiated': {
      const { currency: _, ...refund } = data;
      const begun: RefundView = { ...refund, ...start, state: 'initiated', initiatedAt: at, failures: 0 };
      return { ...cases, refunds: [...cases.refunds, begun] };
    }
    case 'RefundFailed':
      return changeRefund(cases, data, ({ failures }) => ({ failures: failures + 1, cause: data.cause }));
    case 'RefundRetried':
      return changeRefund(cases, data, () => ({ expectedBy: data.expectedBy }));
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

const changeRefund = (
  cases: Cases,
  { refundId }: { readonly refundId: string },
  change: (known: RefundView) => Partial<RefundView>,
): Cases => ({
  ...cases,
  refunds: cases.refunds.map((known) =>
    known.refundId === refundId ? { ...known, ...change(known) } : known,
  ),
});

/** Which state a case is in, its own rules say. */
const stateOf = <State>({ state, since }: { readonly state: State; readonly since: string }) => ({
  state,
  since,
});
