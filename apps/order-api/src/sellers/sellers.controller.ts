import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor } from '@app/ordering';
import { checkAccount } from '../access/access.js';
import { Reader } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { OrderPageDto } from '../lists/listed-order.dto.js';
import { listQueryOf, pageOf } from '../lists/order-page.js';
import { NoticeListDto } from '../notices/notice-list.dto.js';
import { NoticePageDto, presentNotices } from '../notices/notice-page.dto.js';
import { NoticesQuery } from '../notices/notices.query.js';
import { SellerOrderCountsQuery } from './seller-order-counts.query.js';
import { SellerOrdersDto } from './seller-orders.dto.js';
import { SellerOrdersQuery } from './seller-orders.query.js';

@ApiTags('Sellers')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id')
export class SellersController {
  constructor(private readonly queries: QueryBus) {}

  @Get('orders')
  @ApiOperation({ operationId: 'sellerOrders', summary: "A seller's orders, the newest first" })
  @ApiOkResponse({ type: OrderPageDto })
  @ApiProblems(400, 403, 404)
  async orders(@Param('id') id: string, @Query() query: SellerOrdersDto, @Reader() reader: Actor) {
    checkAccount({ role: 'seller', id }, reader);
    return pageOf(await this.queries.execute(new SellerOrdersQuery(id, listQueryOf(query))));
  }

  @Get('orders/counts')
  @ApiOperation({
    operationId: 'sellerOrderCounts',
    summary: "How many orders stand in each of a seller's tabs",
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  @ApiProblems(403, 404)
  counts(@Param('id') id: string, @Reader() reader: Actor) {
    checkAccount({ role: 'seller', id }, reader);
    return this.queries.execute(new SellerOrderCountsQuery(id));
  }

  @Get('notices')
  @ApiOperation({ operationId: 'sellerNotices', summary: "A seller's notices, the newest first" })
  @ApiOkResponse({ type: NoticePageDto })
  @ApiProblems(400, 403, 404)
  async notices(@Param('id') id: string, @Query() query: NoticeListDto, @Reader() reader: Actor) {
    const seller = { role: 'seller', id } as const;
    checkAccount(seller, reader);
    return presentNotices(await this.queries.execute(new NoticesQuery(seller, query)));
  }
}
