import { checkReason } from '../check-reason.js';
import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { type OrderEvent } from '../events.js';
import { isAmount } from '../money.js';
import { type Order } from '../order.js';
import { faultOf } from '../reasons.js';
import { type Refusal, refuse, roleNotAllowed } from '../refusal.js';
import { isVoucherOf } from '../vouchers/coupon-of-voucher.js';
import { type VoucherIssued } from '../vouchers/events.js';
import { voucherIssuedEvent } from '../vouchers/voucher-issued-event.js';
import { type ReportDelay } from './commands.js';
import { checkEstimate, estimateOf, untilDelivered } from './estimates.js';

export const reportDelayRules: CommandRules<ReportDelay> = {
  roles: ['seller', 'carrier', 'platform', 'service'],
  in: untilDelivered,
  decide,
};

function decide(order: Order, { type: _, ...delay }: ReportDelay, context: DecisionContext): DecisionResult {
  const { at, role } = context;
  const previousEstimate = estimateOf(order, delay.packageId);
  const refusal =
    checkReason('delay', delay.cause, role, '/cause') ??
    checkEstimate(order, delay, at) ??
    checkLater(delay, previousEstimate) ??
    checkOffer(order, delay, context);
  if (refusal !== undefined) return refusal;
  const fault = faultOf('delay', delay.cause, role);
  const voucher = voucherOf(order, delay, context);
  const offer = voucher === undefined ? delay.offer : { ...delay.offer!, code: voucher.data.code };
  const delayed: OrderEvent = {
    type: 'DeliveryDelayed',
    at,
    data: { ...delay, fault, offer, previousEstimate },
  };
  return voucher === undefined ? [delayed] : [delayed, voucher];
}

const checkLater = ({ newEstimate }: Delay, previous: string | undefined): Refusal | undefined =>
  previous !== undefined && newEstimate < previous
    ? refuse('estimate-not-later', { day: { day: previous } }, '/newEstimate')
    : undefined;

function checkOffer(
  order: Order,
  { offer }: Delay,
  { role, offered, isHistory }: DecisionContext,
): Refusal | undefined {
  if (offer === undefined) return undefined;
  if (role === 'carrier') return roleNotAllowed(['seller', 'platform'], '/offer');
  const { kind, amount, code } = offer;
  if (kind !== 'voucher')
    return amount === undefined && code === undefined ? undefined : refuse('bad-offer', { kind }, '/offer');
  if (amount === undefined || !isAmount(amount) || amount === 0)
    return refuse('bad-offer', { kind }, '/offer/amount');
  const isThere = offered !== undefined && isVoucherOf(order, offered, amount);
  return code === undefined || isThere || isHistory
    ? undefined
    : refuse('voucher-not-there', { code }, '/offer/code');
}

/** A voucher that is offered: a new one, or the coupon that has the code. What was imported was promised elsewhere. */
function voucherOf(order: Order, { offer }: Delay, context: DecisionContext): VoucherIssued | undefined {
  const { at, role, offered, isHistory } = context;
  if (offer?.kind !== 'voucher' || isHistory) return undefined;
  const paidBy = role === 'platform' ? 'platform' : 'seller';
  const promised = { amount: offer.amount!, paidBy, reason: 'delay' } as const;
  if (offered === undefined) return voucherIssuedEvent(order, promised, context);
  const { code, currency, validUntil } = offered;
  return {
    type: 'VoucherIssued',
    at,
    data: { ...promised, code, currency, validUntil, paidBy: offered.paidBy ?? paidBy },
  };
}

type Delay = Omit<ReportDelay, 'type'>;
