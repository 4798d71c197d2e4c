import { ApiProperty } from '@nestjs/swagger';
import { type ReviewView } from '@app/read-models';

/** What the buyer thought of an order. */
export class ReviewDto implements ReviewView {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  score: number;

  @ApiProperty({ required: false })
  text?: string;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;
}
