import { type PaymentMethod, paymentMethods } from '@app/ordering';
import { commandRoutes } from '../commands/command-routes.js';
import { payOrderExample } from '../commands/routes/placement.js';
import { FailRefundDto, SettleRefundDto } from '../commands/routes/refunds.js';
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
    { id: 'evt-2', type: 'refund.settled', orderId: 'order-1', data: commandRoutes['settle-refund'].example },
    ({ data }) => ({ type: 'settle-refund', ...data }),
  ),
  'refund.failed': rule(
    RefundFailedEventDto,
    { id: 'evt-3', type: 'refund.failed', orderId: 'order-1', data: commandRoutes['fail-refund'].example },
    ({ data }) => ({ type: 'fail-refund', ...data }),
  ),
};
