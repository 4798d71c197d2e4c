import { ApiProperty } from '@nestjs/swagger';
import { type ReviewPage } from '@app/read-models';
import { Text } from '../fields/text-fields.js';
import { type PageOf } from '../lists/order-page.js';
import { PageDto } from '../lists/page.dto.js';
import { ReviewDto } from '../orders/review.dto.js';

/** Which reviews are asked for. */
export class ReviewListDto extends PageDto {
  @Text(500, { optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

/** A review in a seller's list. */
class ListedReviewDto extends ReviewDto {
  @ApiProperty({ required: false, description: 'Not told to buyers, analysts and other sellers.' })
  orderId?: string;
}

export class ReviewPageDto implements PageOf<ListedReviewDto> {
  @ApiProperty({ type: [ListedReviewDto] })
  items: readonly ListedReviewDto[];

  @ApiProperty({ required: false, description: 'Leads to the next page; absent on the last one.' })
  nextCursor?: string;
}

/** Who bought what stays between buyer, seller and platform; what they thought of it is for everyone. */
export const presentReviews = ({ reviews, next }: ReviewPage, withOrders: boolean): ReviewPageDto => ({
  items: reviews.map(({ orderId, score, text, submittedAt }) => ({
    ...(withOrders ? { orderId } : {}),
    score,
    ...(text === null ? {} : { text }),
    submittedAt,
  })),
  nextCursor: next,
});
