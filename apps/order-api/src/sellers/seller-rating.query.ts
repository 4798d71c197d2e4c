import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { sellerRating, type SellerRating } from '@app/read-models';

/** What buyers think of a seller. */
export class SellerRatingQuery extends Query<SellerRating> {
  constructor(readonly sellerId: string) {
    super();
  }
}

@QueryHandler(SellerRatingQuery)
export class SellerRatingHandler implements IQueryHandler<SellerRatingQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ sellerId }: SellerRatingQuery): Promise<SellerRating> {
    return sellerRating(this.engines.database.pool, sellerId);
  }
}
