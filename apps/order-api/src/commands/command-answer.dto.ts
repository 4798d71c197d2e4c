import { ApiProperty } from '@nestjs/swagger';
import { type CommandAnswer } from '@app/order-log';
import { commandTable, type CommandType, type OrderStatus, orderStatuses } from '@app/ordering';

/** What a command came to. */
export class CommandAnswerDto implements CommandAnswer {
  @ApiProperty()
  orderId: string;

  @ApiProperty({ type: 'integer', description: 'Place of the last event in the order, from 0.' })
  revision: number;

  @ApiProperty({ enum: orderStatuses })
  status: OrderStatus;

  @ApiProperty({
    enum: Object.keys(commandTable),
    isArray: true,
    description: 'What the same sender may do next.',
  })
  allowedCommands: CommandType[];
}
