import { type PaymentMethod, paymentMethods } from '@app/ordering';
import { FailRefundDto, failRefundExample } from '../commands/dto/fail-refund.dto.js';
import { payOrderExample } from '../commands/dto/pay-order.dto.js';
import { SettleRefundDto, settleRefundExample } from '../commands/dto/settle-refund.dto.js';
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

/** A payment provider has given money back. */
export class RefundSettledEventDto extends WebhookEventDto {
  @Nested(() => SettleRefundDto)
  data: SettleRefundDto;
}

/** A payment provider could not give money back. */
export class RefundFailedEventDto extends WebhookEventDto {
  @Nested(() => FailRefundDto)
  data: FailRefundDto;
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
  'refund.settled': rule(
    RefundSettledEventDto,
    { id: 'evt-2', type: 'refund.settled', orderId: 'order-1', data: settleRefundExample },
    ({ data }) => ({ type: 'settle-refund', ...data }),
  ),
  'refund.failed': rule(
    RefundFailedEventDto,
    { id: 'evt-3', type: 'refund.failed', orderId: 'order-1', data: failRefundExample },
    ({ data }) => ({ type: 'fail-refund', ...data }),
  ),
};
