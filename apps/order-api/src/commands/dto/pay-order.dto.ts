import { type PaymentMethod, paymentMethods } from '@app/ordering';
import { CurrencyCode, Id, OneOf } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';
import { createOrderExample } from './create-order.dto.js';

/** Money that a payment provider has captured. */
export class PayOrderDto {
  @Id({ description: "The provider's reference, never a card's number: one payment is recorded once." })
  paymentId: string;

  @OneOf(paymentMethods)
  method: PaymentMethod;

  @Amount({ description: 'The whole amount or a part of it, in minor units.' })
  amount: number;

  @CurrencyCode()
  currency: string;

  @OneOf(['refund'], {
    optional: true,
    description:
      'Records what is beyond the amount due as well, and refunds it; refused where it is left out.',
  })
  surplus?: 'refund';
}

export const payOrderExample: PayOrderDto = {
  paymentId: 'pay-0001',
  method: 'wallet',
  amount: createOrderExample.total,
  currency: createOrderExample.currency,
};
