import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor } from '@app/ordering';
import { checkAccountId } from '../access/access.js';
import { Reader } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { ReviewListDto, ReviewPageDto, presentReviews } from './review-page.dto.js';
import { SellerRatingDto } from './seller-rating.dto.js';
import { SellerRatingQuery } from './seller-rating.query.js';
import { SellerReviewsQuery } from './seller-reviews.query.js';

/** What everyone may know of a seller. */
@ApiTags('Sellers')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id')
export class ReputationController {
  constructor(private readonly queries: QueryBus) {}

  @Get('rating')
  @ApiOperation({ operationId: 'sellerRating', summary: "A seller's average score, for everyone" })
  @ApiOkResponse({ type: SellerRatingDto })
  @ApiProblems(404)
  rating(@Param('id') id: string): Promise<SellerRatingDto> {
    checkAccountId({ role: 'seller', id });
    return this.queries.execute(new SellerRatingQuery(id));
  }

  @Get('reviews')
  @ApiOperation({
    operationId: 'sellerReviews',
    summary: "A seller's reviews, the newest first, for everyone",
  })
  @ApiOkResponse({ type: ReviewPageDto })
  @ApiProblems(400, 404)
  async reviews(@Param('id') id: string, @Query() query: ReviewListDto, @Reader() reader: Actor) {
    checkAccountId({ role: 'seller', id });
    const knowsOrders =
      reader.role === 'service' ||
      reader.role === 'platform' ||
      (reader.role === 'seller' && reader.id === id);
    return presentReviews(await this.queries.execute(new SellerReviewsQuery(id, query)), knowsOrders);
  }
}
