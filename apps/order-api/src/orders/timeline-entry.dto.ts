import { ApiProperty } from '@nestjs/swagger';
import { type TimelineRow, type TimelineTexts } from '@app/read-models';

/** What happened to an order, in the words of its buyer and its seller. */
export class TimelineEntryDto implements Omit<TimelineRow, 'orderId'>, TimelineTexts {
  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: String })
  type: TimelineRow['type'];

  @ApiProperty({ description: "As the buyer reads it, in the reader's language." })
  buyerLabel: string;

  @ApiProperty({ description: "As the seller reads it, in the reader's language." })
  sellerLabel: string;

  @ApiProperty({
    type: Object,
    description: 'For programs: who was behind it (`by`), and the same as the `change` of its status event.',
  })
  facts: TimelineRow['facts'];
}
