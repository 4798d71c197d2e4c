import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { listReviews, type ReviewPage } from '@app/read-models';
import { cursorOf } from '../lists/order-page.js';
import { type ReviewListDto } from './review-page.dto.js';

/** A page of a seller's reviews, the newest first. */
export class SellerReviewsQuery extends Query<ReviewPage> {
  constructor(
    readonly sellerId: string,
    readonly page: ReviewListDto,
  ) {
    super();
  }
}

@QueryHandler(SellerReviewsQuery)
export class SellerReviewsHandler implements IQueryHandler<SellerReviewsQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ sellerId, page: { cursor, limit } }: SellerReviewsQuery): Promise<ReviewPage> {
    const after = cursorOf(cursor);
    return listReviews(this.engines.database.pool, sellerId, { after, limit });
  }
}
