import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { listNotices } from '@app/notices';
import { type Actor } from '@app/ordering';
import { RequestLocale, StoredWords } from '@app/platform';
import { countSellerOrders, listSellerOrders } from '@app/read-models';
import { type Locale } from '@app/words';
import { checkAccount } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { labelledTabs } from '../lists/labelled-order.js';
import { OrderPageDto, TabDto } from '../lists/listed-order.dto.js';
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
  async orders(
    @Param('id') id: string,
    @Query() query: SellerOrdersDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ) {
    checkAccount({ role: 'seller', id }, reader);
    return pageOf(await listSellerOrders(this.engines.database.pool, id, listQueryOf(query)), {
      of: 'seller',
      locale,
    });
  }

  @Get('orders/counts')
  @ApiOperation({
    operationId: 'sellerOrderCounts',
    summary: "How many orders stand in each of a seller's tabs",
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  @ApiProblems(403, 404)
  counts(@Param('id') id: string, @RequestActor() reader: Actor) {
    checkAccount({ role: 'seller', id }, reader);
    return countSellerOrders(this.engines.database.pool, id);
  }

  @Get('orders/tabs')
  @ApiOperation({
    operationId: 'sellerOrderTabs',
    summary: "A seller's tabs as they are shown, with their orders counted",
  })
  @ApiOkResponse({ type: [TabDto] })
  @ApiProblems(403, 404)
  async tabs(
    @Param('id') id: string,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<TabDto[]> {
    checkAccount({ role: 'seller', id }, reader);
    const counts = await countSellerOrders(this.engines.database.pool, id);
    return labelledTabs(counts, { of: 'seller', locale });
  }

  @Get('notices')
  @StoredWords()
  @ApiOperation({ operationId: 'sellerNotices', summary: "A seller's notices, the newest first" })
  @ApiOkResponse({ type: NoticePageDto })
  @ApiProblems(400, 403, 404)
  async notices(@Param('id') id: string, @Query() query: NoticeListDto, @RequestActor() reader: Actor) {
    const seller = { role: 'seller', id } as const;
    checkAccount(seller, reader);
    return presentNotices(await listNotices(this.engines.database.pool, seller, query));
  }
}
