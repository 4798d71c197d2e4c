import { ApiProperty } from '@nestjs/swagger';
import { type SellerRating } from '@app/read-models';

/** What buyers think of a seller. */
export class SellerRatingDto implements SellerRating {
  @ApiProperty({
    type: 'integer',
    description: 'How many reviews there are, without those of orders that were given back as a whole.',
  })
  reviews: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of all scores, to two decimals.', example: 4.5 })
  average: number | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many reviews gave each score from 1 to 5.',
    example: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1 },
  })
  scores: SellerRating['scores'];

  @ApiProperty({
    type: 'integer',
    description: "Orders of which something was cancelled at the seller's fault.",
  })
  cancelledAtFault: number;
}
