import { type MinorUnits, sum } from '../money.js';
import { type Order, type Payment, type RefundCase } from '../order.js';
import { standing } from '../payment/withdrawal.js';

/** What a payment still has of the buyer's money: below zero where more went back than it captured. */
export interface Held {
  readonly payment: Payment;
  readonly amount: MinorUnits;
}

/** What each payment holds: what it captured, less its shares of refunds and what providers took. Oldest payment first. */
export function heldBy(order: Order): Held[] {
  const { payments } = order;
  const goingBack = order.refunds.filter(({ state }) => state !== 'dropped');
  const firstCaptures = payments.filter(
    (payment, index) => payments.findIndex((other) => isOf(other, payment)) === index,
  );
  const held = firstCaptures.map((payment) => ({
    payment,
    amount:
      sum(payments.filter((other) => isOf(other, payment)).map(({ amount }) => amount)) -
      sum(goingBack.filter((share) => isOf(share, payment)).map(amountOf)) -
      sum(
        standing(order)
          .filter((withdrawal) => isOf(withdrawal, payment))
          .map(amountOf),
      ),
  }));
  // Refunds of the first orders name no payment.
  return withLess(held, sum(goingBack.filter(({ paymentId }) => paymentId === undefined).map(amountOf)));
}

/** Of which payments an amount goes back, and how much of each: the newest first, and cash, which cannot, last. */
export function sharesOf(order: Order, amount: MinorUnits): Held[] {
  const inTurn = heldBy(order)
    .filter((held) => held.amount > 0)
    .reverse()
    .sort((one, other) => Number(isCash(one.payment)) - Number(isCash(other.payment)));
  const left = withLess(inTurn, amount);
  return inTurn
    .map(({ payment, amount: before }, index) => ({ payment, amount: before - left[index]!.amount }))
    .filter((share) => share.amount > 0);
}

/** Cash is with the carrier: it goes back by way of an account that the buyer names. */
export const isCash = ({ method }: Pick<Payment, 'method'>): boolean => method === 'cash-on-delivery';

type Name = Pick<RefundCase, 'provider' | 'paymentId'>;

/** Whether it is of the payment: in an order's own facts a payment always bears one name. */
export const isOf = (one: Name, other: Name): boolean =>
  one.paymentId === other.paymentId && one.provider === other.provider;

const amountOf = ({ amount }: { readonly amount: MinorUnits }): MinorUnits => amount;

/** So much less in all, taken from one after the other as far as each reaches. */
function withLess(all: readonly Held[], amount: MinorUnits): Held[] {
  let rest = amount;
  return all.map((held) => {
    const taken = Math.min(rest, Math.max(0, held.amount));
    rest -= taken;
    return { ...held, amount: held.amount - taken };
  });
}
