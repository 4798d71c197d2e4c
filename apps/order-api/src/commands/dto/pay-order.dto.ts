import { type PaymentMethod, paymentMethods } from '@app/ordering';
import { CurrencyCode, Id, OneOf } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';
import { createOrderExample } from './create-order.dto.js';

/** Money that a payment provider has captured. */
export class PayOrderDto {
  @Id({ description: "The provider's reference: one payment is recorded once." })
  paymentId: string;

  @OneOf(paymentMethods)
  method: PaymentMethod;

  @Amount({ description: 'The whole amount or a part of it, in minor units.' })
  amount: number;

  @CurrencyCode()
  currency: string;
}

export const payOrderExample: PayOrderDto = {
  paymentId: 'pay-0001',
  method: 'wallet',
  amount: createOrderExample.total,
  currency: createOrderExample.currency,
};
