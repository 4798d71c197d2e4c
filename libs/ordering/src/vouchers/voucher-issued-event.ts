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
  const { currency, policy } = order;
  const validUntil = endOfTerm(policy, 'voucherValidDays', at);
  return {
    type: 'VoucherIssued',
    at,
    data: { code: codeOf(commandId), currency, validUntil, ...promised },
  };
}

/** The end of its command's id, which is a UUID: the same command has the same code, however often it is decided. */
const codeOf = (commandId: string): string => `V-${commandId.slice(-12).toUpperCase()}`;
