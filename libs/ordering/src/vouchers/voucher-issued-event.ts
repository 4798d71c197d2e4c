import { type DecisionContext } from '../decide/decision.js';
import { type Order } from '../order.js';
import { endOfTerm } from '../policy-duration.js';
import { type Voucher, type VoucherIssued } from './events.js';

type Promised = Pick<Voucher, 'amount' | 'paidBy' | 'reason'> & { readonly note?: string };

/** A voucher with a code of its own, which holds as long as the order's policy says. */
export function voucherIssuedEvent(
  order: Order,
  promised: Promised,
  { at, commandId }: Pick<DecisionContext, 'at' | 'commandId'>,
): VoucherIssued {
  const { currency, policy, orderId } = order;
  const validUntil = endOfTerm(policy, 'voucherValidDays', at);
  return {
    type: 'VoucherIssued',
    at,
    data: { code: codeOf(orderId, commandId), currency, validUntil, ...promised },
  };
}

/** The same command has the same code, however often it is decided: 48 bits of its FNV-1a hash. */
function codeOf(orderId: string, commandId: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of `${orderId} ${commandId}`)
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n);
  return `V-${hash.toString(16).padStart(16, '0').slice(-12).toUpperCase()}`;
}
