import { type PaymentMethod, paymentMethods } from '@app/ordering';
import { payOrderExample } from '../commands/dto/pay-order.dto.js';
import { CurrencyCode, Id, OneOf } from '../fields/text-fields.js';
import { Amount, Nested } from '../fields/value-fields.js';
import { rule, WebhookEventDto } from './webhook-event.dto.js';

class CapturedPaymentDto {
  @Id({ description: "The provider's reference of the payment." })
  paymentId: string;

  @OneOf(paymentMethods)
  method: PaymentMethod;

  @Amount()
  amount: number;

  @CurrencyCode()
  currency: string;
}

/** A payment provider has captured money. */
export class PaymentCapturedEventDto extends WebhookEventDto {
  @Nested(() => CapturedPaymentDto)
  data: CapturedPaymentDto;
}

/** What payment providers report. The money is with us already, so what is too much is recorded and sent back. */
export const paymentEvents = {
  'payment.captured': rule(
    PaymentCapturedEventDto,
    {
      id: 'evt-1',
      type: 'payment.captured',
      orderId: 'order-1',
      data: payOrderExample as CapturedPaymentDto,
    },
    ({ data }) => ({ type: 'pay', ...data, surplus: 'refund' }),
  ),
};
