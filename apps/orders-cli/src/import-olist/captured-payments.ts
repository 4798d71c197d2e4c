import { type MinorUnits, type PaymentMethod } from '@app/ordering';
import { type NoteAnomaly } from './anomaly.js';
import { brl } from './brl.js';
import { type Checkout } from './checkout.js';
import { type OlistPayment, type OlistStatus } from './olist-rows.js';
import { lives } from './order-life.js';

/** A payment of a checkout that is imported as captured. */
export interface CapturedPayment {
  readonly sequence: string;
  readonly method: PaymentMethod;
  readonly amount: MinorUnits;
}

const methods: Readonly<Record<string, PaymentMethod>> = {
  credit_card: 'card',
  debit_card: 'card',
  boleto: 'bank-transfer',
  voucher: 'voucher',
};

/** The checkout's payments in their order, but for those of nothing, and for all of an order that was only created. */
export function capturedPayments(
  { order, payments }: Checkout,
  status: OlistStatus,
  note: NoteAnomaly,
): CapturedPayment[] {
  const isPaid = lives[status].steps.includes('pay');
  if (isPaid && payments.length === 0)
    note('no-payment', `${order.status}, but nothing in order_payments.csv`);
  return payments
    .toSorted((a, b) => Number(a.sequence) - Number(b.sequence))
    .flatMap(({ sequence, type, amount }) => {
      if (amount === 0) note('zero-payment', `payment ${sequence} (${type}) is 0.00`);
      else if (isPaid) return [{ sequence, method: methodOf({ sequence, type }, note), amount }];
      else
        note(
          'payment-of-created-order',
          `payment ${sequence} of ${brl(amount)}, status ${order.status}`,
          amount,
        );
      return [];
    });
}

function methodOf(
  { sequence, type }: Pick<OlistPayment, 'sequence' | 'type'>,
  note: NoteAnomaly,
): PaymentMethod {
  const method = methods[type];
  if (method === undefined) note('payment-type-unknown', `payment ${sequence} is of the type "${type}"`);
  return method ?? 'other';
}
