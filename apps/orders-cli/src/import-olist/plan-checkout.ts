import { type MinorUnits, sum } from '@app/ordering';
import { type Anomaly, type Finding, type NoteAnomaly } from './anomaly.js';
import { brl } from './brl.js';
import { capturedPayments } from './captured-payments.js';
import { type Checkout } from './checkout.js';
import { lives, statusToImport } from './order-life.js';
import { type PlannedOrder, planOrder } from './plan-order.js';
import { ownPrice, priceThatIsPaid } from './price.js';
import { sellerParts } from './seller-parts.js';
import { splitPayments } from './split-payments.js';
import { checkTimes, timedSteps } from './timed-steps.js';

/** How one checkout is imported, and what was odd about it. */
export interface CheckoutPlan {
  /** One per seller. */
  readonly orders: readonly PlannedOrder[];
  readonly anomalies: readonly Anomaly[];
}

/** Plans the orders of a checkout. Pure: the same rows lead to the same orders and commands. */
export function planCheckout(checkout: Checkout): CheckoutPlan {
  const { order, customer } = checkout;
  const findings: Finding[] = [];
  const note: NoteAnomaly = (kind, reason, notCaptured) => void findings.push({ kind, reason, notCaptured });

  const status = statusToImport(order, note);
  const payments = capturedPayments(checkout, status, note);
  const amounts = payments.map((payment) => payment.amount);
  checkTimes(order, status, payments.length > 0, note);
  const steps = timedSteps(order, status, note);
  if (customer === undefined)
    note('customer-missing', `customer ${order.customerId} is not in customers.csv`);
  const parts = sellerParts(checkout, note);
  const prices = parts.map((part) => part.goods + part.freight);
  if (payments.length > 0) compare(sum(amounts), sum(prices), note);

  const split = splitPayments(amounts, prices);
  // What nobody paid keeps its price where it was never to be sent, and else becomes free of charge.
  const keepsPrice =
    payments.length === 0 && ['AwaitingPayment', 'Cancelled'].includes(lives[status].reaches);
  const orders = parts.map((part, index) => {
    const shares = split[index]!;
    const price = keepsPrice ? ownPrice(part) : priceThatIsPaid(part, sum(shares));
    const own = payments.map((payment, n) => ({ ...payment, amount: shares[n]! }));
    return planOrder({ checkout, part, price, payments: own, status, steps }, note);
  });

  const ids = { checkoutId: order.orderId, orderIds: orders.map(({ orderId }) => orderId) };
  return { orders, anomalies: findings.map((finding) => ({ ...ids, ...finding })) };
}

function compare(paid: MinorUnits, price: MinorUnits, note: NoteAnomaly): void {
  if (paid === price) return;
  const kind = paid > price ? 'paid-more-than-price' : 'paid-less-than-price';
  note(kind, `paid ${brl(paid)} for goods and freight of ${brl(price)}`);
}
