import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { listNotices } from '@app/notices';
import { type Actor } from '@app/ordering';
import { countSellerOrders, listSellerOrders } from '@app/read-models';
import { checkAccount } from '../access/access.js';
import { Reader } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { OrderPageDto } from '../lists/listed-order.dto.js';
import { listQueryOf, pageOf } from '../lists/order-page.js';
import { NoticeListDto } from '../notices/notice-list.dto.js';
import { NoticePageDto, presentNotices } from '../notices/notice-page.dto.js';
import { SellerOrdersDto } from './seller-orders.dto.js';

@ApiTags('Sellers')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id')
export class SellersController {
  constructor(private readonly engines: Engines) {}

  @Get('orders')
  @ApiOperation({ operationId: 'sellerOrders', summary: "A seller's orders, the newest first" })
  @ApiOkResponse({ type: OrderPageDto })
  @ApiProblems(400, 403, 404)
  async orders(@Param('id') id: string, @Query() query: SellerOrdersDto, @Reader() reader: Actor) {
    checkAccount({ role: 'seller', id }, reader);
    return pageOf(await listSellerOrders(this.engines.database.pool, id, listQueryOf(query)));
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
    return countSellerOrders(this.engines.database.pool, id);
  }

  @Get('notices')
  @ApiOperation({ operationId: 'sellerNotices', summary: "A seller's notices, the newest first" })
  @ApiOkResponse({ type: NoticePageDto })
  @ApiProblems(400, 403, 404)
  async notices(@Param('id') id: string, @Query() query: NoticeListDto, @Reader() reader: Actor) {
    const seller = { role: 'seller', id } as const;
    checkAccount(seller, reader);
    return presentNotices(await listNotices(this.engines.database.pool, seller, query));
  }
}
