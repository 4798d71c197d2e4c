import { allocate, type MinorUnits, sum } from '@app/ordering';

/**
 * Splits payments over the parts of a checkout in the ratio of what the parts cost. `split[part][payment]` is what
 * the part gets of the payment: every payment is given out to the last unit, and where all payments together are the
 * price of all parts, each part gets exactly its price.
 */
export function splitPayments(
  payments: readonly MinorUnits[],
  prices: readonly MinorUnits[],
): MinorUnits[][] {
  let open = allocate(sum(payments), prices);
  const byPayment = payments.map((payment) => {
    const shares = allocate(payment, open);
    open = open.map((amount, part) => amount - shares[part]!);
    return shares;
  });
  return prices.map((_, part) => byPayment.map((shares) => shares[part]!));
}
