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
import { BuyerOrderCountsQuery } from './buyer-order-counts.query.js';
import { BuyerOrdersDto } from './buyer-orders.dto.js';
import { BuyerOrdersQuery } from './buyer-orders.query.js';
import { BuyerSpendingQuery } from './buyer-spending.query.js';
import { SpendingDto, SpendingQueryDto } from './spending.dto.js';

@ApiTags('Buyers')
@ApiParam({ name: 'id', description: "The buyer's id.", schema: { type: 'string', example: 'ayu' } })
@Controller('buyers/:id')
export class BuyersController {
  constructor(private readonly queries: QueryBus) {}

  @Get('orders')
  @ApiOperation({ operationId: 'buyerOrders', summary: "A buyer's orders, the newest first" })
  @ApiOkResponse({ type: OrderPageDto })
  @ApiProblems(400, 403, 404)
  async orders(@Param('id') id: string, @Query() query: BuyerOrdersDto, @Reader() reader: Actor) {
    checkAccount({ role: 'buyer', id }, reader);
    return pageOf(await this.queries.execute(new BuyerOrdersQuery(id, listQueryOf(query))));
  }

  @Get('orders/counts')
  @ApiOperation({
    operationId: 'buyerOrderCounts',
    summary: "How many orders stand in each of a buyer's tabs",
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  @ApiProblems(403, 404)
  counts(@Param('id') id: string, @Reader() reader: Actor) {
    checkAccount({ role: 'buyer', id }, reader);
    return this.queries.execute(new BuyerOrderCountsQuery(id));
  }

  @Get('spending')
  @ApiOperation({ operationId: 'buyerSpending', summary: 'What a buyer has spent, month by month' })
  @ApiOkResponse({ type: SpendingDto })
  @ApiProblems(400, 403, 404)
  async spending(@Param('id') id: string, @Query() _: SpendingQueryDto, @Reader() reader: Actor) {
    checkAccount({ role: 'buyer', id }, reader);
    return { items: await this.queries.execute(new BuyerSpendingQuery(id)) };
  }

  @Get('notices')
  @ApiOperation({ operationId: 'buyerNotices', summary: "A buyer's notices, the newest first" })
  @ApiOkResponse({ type: NoticePageDto })
  @ApiProblems(400, 403, 404)
  async notices(@Param('id') id: string, @Query() query: NoticeListDto, @Reader() reader: Actor) {
    const buyer = { role: 'buyer', id } as const;
    checkAccount(buyer, reader);
    return presentNotices(await this.queries.execute(new NoticesQuery(buyer, query)));
  }
}
