import { ApiProperty } from '@nestjs/swagger';
import { type CommandPreview } from '@app/order-log';
import {
  commandTable,
  type CommandType,
  type OrderEventType,
  type OrderStatus,
  orderStatuses,
} from '@app/ordering';
import { ChargeDto } from './routes/order-terms.dto.js';

/** What a command would come to. Nothing was recorded, and an idempotency key is still free. */
export class CommandPreviewDto implements CommandPreview {
  @ApiProperty({ enum: [true] })
  dryRun: true;

  @ApiProperty()
  orderId: string;

  @ApiProperty({
    type: 'integer',
    required: false,
    description: 'Of the order as it is, also as `ETag`: with it in `If-Match` the command does just this.',
  })
  revision?: number;

  @ApiProperty({
    type: [String],
    description: 'What would be recorded; nothing for a command that was already.',
  })
  events: OrderEventType[];

  @ApiProperty({ enum: orderStatuses, description: 'Of the order after it.' })
  status: OrderStatus;

  @ApiProperty()
  currency: string;

  @ApiProperty({
    type: [ChargeDto],
    required: false,
    description: 'All discounts that the order would have, where the command changes its lines.',
  })
  discounts?: readonly ChargeDto[];

  @ApiProperty({ type: [ChargeDto], required: false, description: 'All fees, likewise.' })
  fees?: readonly ChargeDto[];

  @ApiProperty({ type: 'integer', description: 'What the order costs more with it; less below zero.' })
  priceDifference: number;

  @ApiProperty({ type: 'integer', description: 'What would go back to the buyer.' })
  refund: number;

  @ApiProperty({ type: 'integer', description: 'What would be left to pay.' })
  outstanding: number;

  @ApiProperty({
    enum: Object.keys(commandTable),
    isArray: true,
    description: 'What the same sender might do next.',
  })
  allowedCommands: CommandType[];
}
