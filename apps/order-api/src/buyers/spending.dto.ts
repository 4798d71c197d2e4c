import { ApiProperty } from '@nestjs/swagger';
import { type MonthlySpending } from '@app/read-models';
import { OneOf } from '../fields/text-fields.js';

/** How spending is summed up. */
export class SpendingQueryDto {
  @OneOf(['month'], { optional: true, description: '`month` where it is left out.' })
  by?: 'month';
}

/** What a buyer's orders of one month came to in one currency. */
class MonthlySpendingDto implements MonthlySpending {
  @ApiProperty({ description: 'When the orders were placed, in UTC.', example: '2030-01' })
  month: string;

  @ApiProperty()
  currency: string;

  @ApiProperty({ type: 'integer' })
  orders: number;

  @ApiProperty({ type: 'integer', description: 'What was paid for these orders until now, in minor units.' })
  paid: number;

  @ApiProperty({ type: 'integer', description: 'What of that goes back, or went back.' })
  refunded: number;
}

export class SpendingDto {
  @ApiProperty({ type: [MonthlySpendingDto], description: 'The newest month first.' })
  items: readonly MonthlySpendingDto[];
}
