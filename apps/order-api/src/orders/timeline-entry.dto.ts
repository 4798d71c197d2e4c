import { ApiProperty } from '@nestjs/swagger';
import { type TimelineRow } from '@app/read-models';

/** What happened to an order, in the words of its two readers. */
export class TimelineEntryDto implements Omit<TimelineRow, 'orderId'> {
  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String })
  type: TimelineRow['type'];

  @ApiProperty()
  buyerLabel: string;

  @ApiProperty()
  sellerLabel: string;

  @ApiProperty({
    type: Object,
    description: "The event's particulars for programs: who was behind it, amounts, ids.",
  })
  facts: TimelineRow['facts'];
}
