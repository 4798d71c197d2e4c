import { OmitType } from '@nestjs/swagger';
import { commandRoutes } from '../commands/command-routes.js';
import { PayOrderDto, payOrderExample } from '../commands/routes/placement.js';
import { FailRefundDto, SettleRefundDto } from '../commands/routes/refunds.js';
import { Nested } from '../fields/value-fields.js';
import { rule, type TakenEvents, WebhookEventDto } from './webhook-event.dto.js';
import { authorisationEvents, withdrawalEvents } from './withdrawal-events.js';

class CapturedPaymentDto extends OmitType(PayOrderDto, ['surplus']) {}

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

/** Types that move no money of an order, by how they begin; every other one that is not known here might. */
const harmless = /^(account|customer|payment_method|ping|report|test)\b/;

/** What payment providers report. The money is with us already, so what is too much is recorded and sent back. */
export const paymentEvents = {
  isHarmless: (type) => harmless.test(type),
  rules: {
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
    ...authorisationEvents,
    ...withdrawalEvents,
    'refund.settled': rule(
      RefundSettledEventDto,
      {
        id: 'evt-2',
        type: 'refund.settled',
        orderId: 'order-1',
        data: commandRoutes['settle-refund'].example,
      },
      ({ data }) => ({ type: 'settle-refund', ...data }),
    ),
    'refund.failed': rule(
      RefundFailedEventDto,
      { id: 'evt-3', type: 'refund.failed', orderId: 'order-1', data: commandRoutes['fail-refund'].example },
      ({ data }) => ({ type: 'fail-refund', ...data }),
    ),
  },
} satisfies TakenEvents;
