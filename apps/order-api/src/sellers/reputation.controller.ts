import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { listReviews, sellerRating } from '@app/read-models';
import { checkAccountId } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { cursorOf } from '../lists/order-page.js';
import { presentReviews, ReviewListDto, ReviewPageDto } from './review-page.dto.js';
import { SellerRatingDto } from './seller-rating.dto.js';

/** What everyone may know of a seller. */
@ApiTags('Sellers')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id')
export class ReputationController {
  constructor(private readonly engines: Engines) {}

  @Get('rating')
  @ApiOperation({ operationId: 'sellerRating', summary: "A seller's average score, for everyone" })
  @ApiOkResponse({ type: SellerRatingDto })
  @ApiProblems(404)
  rating(@Param('id') id: string): Promise<SellerRatingDto> {
    checkAccountId({ role: 'seller', id });
    return sellerRating(this.engines.database.pool, id);
  }

  @Get('reviews')
  @ApiOperation({
    operationId: 'sellerReviews',
    summary: "A seller's reviews, the newest first, for everyone",
  })
  @ApiOkResponse({ type: ReviewPageDto })
  @ApiProblems(400, 404)
  async reviews(@Param('id') id: string, @Query() query: ReviewListDto, @RequestActor() reader: Actor) {
    checkAccountId({ role: 'seller', id });
    const knowsOrders =
      reader.role === 'service' ||
      reader.role === 'platform' ||
      (reader.role === 'seller' && reader.id === id);
    const page = { after: cursorOf(query.cursor), limit: query.limit };
    return presentReviews(await listReviews(this.engines.database.pool, id, page), knowsOrders);
  }
}
