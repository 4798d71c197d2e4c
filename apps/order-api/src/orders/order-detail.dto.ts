import { ApiProperty } from '@nestjs/swagger';
import {
  type CommandType,
  type OrderPolicy,
  type OrderSource,
  orderSources,
  type OrderStatus,
  orderStatuses,
  type Timer,
  type TimerName,
  timerNames,
} from '@app/ordering';
import { AddressDto } from '../commands/routes/order-terms.dto.js';
import { innerTerms } from '../policies/terms-for.js';
import { EstimateDto } from './estimate.dto.js';
import { ClaimDto, RefundDto, ReturnDto, ReturnTermsDto } from './order-cases.dto.js';
import { ChangeDto } from './order-changes.dto.js';
import { CancellationDto, OrderLineStateDto, PackageDto } from './order-goods.dto.js';
import { AuthorisationDto, PaymentDto, ReceiptDto, WithdrawalDto } from './order-money.dto.js';
import { ReviewDto } from './review.dto.js';
import { TimelineEntryDto } from './timeline-entry.dto.js';
import { VoucherDto } from './voucher.dto.js';

const instant = { format: 'date-time' } as const;
const optionalInstant = { format: 'date-time', required: false } as const;

/** A timer that runs for the order. */
class DeadlineDto implements Timer {
  @ApiProperty({ enum: timerNames })
  timer: TimerName;

  @ApiProperty({ required: false, description: 'Of which request in the order it is the clock.' })
  subject?: string;

  @ApiProperty(instant)
  dueAt: string;
}

/** An order with all that a person asks of it. */
export class OrderDetailDto {
  @ApiProperty()
  orderId: string;

  @ApiProperty()
  checkoutId: string;

  @ApiProperty()
  buyerId: string;

  @ApiProperty()
  sellerId: string;

  @ApiProperty()
  sellerName: string;

  @ApiProperty({ enum: orderSources })
  source: OrderSource;

  @ApiProperty({ enum: orderStatuses })
  status: OrderStatus;

  @ApiProperty({ description: "The status in the reader's words." })
  label: string;

  @ApiProperty({ description: "The status as marketplaces' own APIs name it." })
  marketplaceName: string;

  @ApiProperty({ type: [String], description: 'What the reader may do next.' })
  allowedCommands: CommandType[];

  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty(instant)
  placedAt: string;

  @ApiProperty(instant)
  changedAt: string;

  @ApiProperty(optionalInstant)
  paidAt?: string;

  @ApiProperty(optionalInstant)
  confirmedAt?: string;

  @ApiProperty({ ...optionalInstant, description: "When the seller's time to send everything was over." })
  shipmentLateAt?: string;

  @ApiProperty(optionalInstant)
  deliveredAt?: string;

  @ApiProperty(optionalInstant)
  completedAt?: string;

  @ApiProperty({ format: 'date', required: false })
  promisedDelivery?: string;

  @ApiProperty({
    format: 'date',
    required: false,
    description: 'By when all that has not arrived is expected, as last said.',
  })
  estimatedDelivery?: string;

  @ApiProperty()
  shippingAddress: AddressDto;

  @ApiProperty({ type: [OrderLineStateDto] })
  lines: readonly OrderLineStateDto[];

  @ApiProperty()
  receipt: ReceiptDto;

  @ApiProperty({ type: [PaymentDto] })
  payments: readonly PaymentDto[];

  @ApiProperty({
    type: [AuthorisationDto],
    required: false,
    description: 'What providers set aside, and what became of it. It moves no money.',
  })
  authorisations?: readonly AuthorisationDto[];

  @ApiProperty({
    type: [WithdrawalDto],
    required: false,
    description: "Money that left a payment without the order's doing.",
  })
  withdrawals?: readonly WithdrawalDto[];

  @ApiProperty({ type: [PackageDto] })
  packages: readonly PackageDto[];

  @ApiProperty({ type: [EstimateDto], description: 'Every change of what was expected when, oldest first.' })
  estimates: readonly EstimateDto[];

  @ApiProperty({ type: [CancellationDto] })
  cancellations: readonly CancellationDto[];

  @ApiProperty({ type: [ChangeDto], description: 'Of the address and of lines, whatever became of them.' })
  changes: readonly ChangeDto[];

  @ApiProperty({ type: [ReturnDto] })
  returns: readonly ReturnDto[];

  @ApiProperty({ type: [ClaimDto] })
  claims: readonly ClaimDto[];

  @ApiProperty({ description: 'What may be sent back, and until when.' })
  returnTerms: ReturnTermsDto;

  @ApiProperty({ type: [RefundDto] })
  refunds: readonly RefundDto[];

  @ApiProperty({
    type: [VoucherDto],
    required: false,
    description: 'What the buyer was promised for the next order.',
  })
  vouchers?: readonly VoucherDto[];

  @ApiProperty({ type: [DeadlineDto], description: 'What happens by itself, and when: the next first.' })
  deadlines: readonly DeadlineDto[];

  @ApiProperty({ required: false, description: 'What the buyer thought of it.' })
  review?: ReviewDto;

  @ApiProperty({
    type: Object,
    description: `The rules that the order was placed under; to its buyer without ${innerTerms.join(', ')}.`,
  })
  policy: Partial<OrderPolicy>;

  @ApiProperty({ type: [TimelineEntryDto] })
  timeline: readonly TimelineEntryDto[];
}
