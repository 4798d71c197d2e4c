import { type TimerName } from '@app/ordering';
import { type StatusEvent } from '@app/status-events';
import { type EventFields, eventValues, type Value, type Values } from '@app/words';

/** What notices call the time at which a timer falls due; of the others no notice speaks. */
const deadlineNames: Partial<Record<TimerName, string>> = {
  'unpaid-expiry': 'due',
  hold: 'holdUntil',
  'ship-by': 'shipBy',
  'late-cancel': 'lateCancel',
  'package-lost': 'packageLost',
  'auto-complete': 'autoComplete',
  'answer-cancellation': 'answerBy',
  'change-expiry': 'changeBy',
  'answer-return': 'answerReturn',
  'answer-offer': 'answerOffer',
  'ship-back': 'shipBack',
  'confirm-return-receipt': 'confirmReturn',
  'answer-claim': 'answerClaim',
  'escalate-claim': 'escalateBy',
  'decide-claim': 'decideBy',
  'refund-retry': 'retryAt',
  'refund-account': 'refundAccount',
};

/** What the messages of notices may name of a status event. */
export function noticeValues({ data }: StatusEvent): Values {
  const change = data.change as EventFields & CaseIds;
  return {
    ...eventValues(change, data.goods ?? []),
    ...deadlines(data.deadlines ?? [], change),
    toSend: toSend(data.goods ?? []),
    shop: data.sellerName ?? data.sellerId,
    order: shortId(data.orderId),
    onHold: data.after.status === 'OnHold',
    orderCancelled: data.after.status === 'Cancelled',
  };
}

/** Those of the goods that are sent; undefined where none is. */
function toSend(goods: NonNullable<StatusEvent['data']['goods']>): Value {
  const sent = goods.filter(({ needsShipping }) => needsShipping !== false);
  return sent.length === 0 && goods.length > 0 ? undefined : { goods: sent };
}

interface CaseIds {
  readonly cancellationId?: string;
  readonly changeId?: string;
  readonly returnId?: string;
  readonly claimId?: string;
  readonly refundId?: string;
  /** Of a refund that goes back to several payments. */
  readonly share?: number;
  readonly packageId?: string;
}

/** Each deadline by its name; of several alike the one of the case that the event is about. */
function deadlines(running: NonNullable<StatusEvent['data']['deadlines']>, ids: CaseIds): Values {
  const { cancellationId, changeId, returnId, claimId, refundId, share, packageId } = ids;
  const refund = share === undefined ? refundId : `${refundId}#${share}`;
  const subject = cancellationId ?? changeId ?? returnId ?? claimId ?? refund ?? packageId;
  const named = running
    .filter((timer) => timer.subject === undefined || timer.subject === subject)
    .map(({ timer, dueAt }): [string, Value] => [deadlineNames[timer] ?? timer, { at: dueAt }]);
  return Object.fromEntries(named);
}

/** An order's id as people read it out; searches find it by this beginning. */
const shortId = (orderId: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(orderId) ? orderId.slice(0, 8) : orderId;
