import { refundCases } from '../cases/case-kinds.js';
import { checkCase } from '../cases/find-case.js';
import { type OrderEventType } from '../events.js';
import { type Order, type RefundCase } from '../order.js';
import { type Refusal, refuse } from '../refusal.js';
import { type RefundShareName } from './commands.js';

/** The share of a refund that a command is about, if the event can happen to it now; where it is the only one, it need not be named. */
export function findShare(
  order: Order,
  { refundId, provider, paymentId }: RefundShareName,
): RefundCase | Refusal {
  const shares = order.refunds.filter((share) => share.refundId === refundId);
  if (shares.length === 0) return refuse('unknown-refund', {}, '/refundId');
  const named = shares.filter(
    (share) => paymentId === undefined || (share.paymentId ?? paymentId) === paymentId,
  );
  // Whose payments a provider may speak of is not asked here.
  const own = named.filter((share) => share.provider === provider);
  const [found, ...others] = named.length > 1 && own.length > 0 ? own : named;
  return found === undefined || others.length > 0 ? refuse('refund-share-unclear', {}, '/paymentId') : found;
}

/** Why the event cannot happen to the share now. */
export const checkShare = (order: Order, share: RefundCase, event: OrderEventType): Refusal | undefined =>
  checkCase(refundCases, order, refundCases.id(share), event);
