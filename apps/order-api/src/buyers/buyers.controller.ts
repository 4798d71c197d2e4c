import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { listNotices } from '@app/notices';
import { type Actor } from '@app/ordering';
import { RequestLocale, StoredWords } from '@app/platform';
import { buyerSpending, countBuyerOrders, listBuyerOrders } from '@app/read-models';
import { type Locale } from '@app/words';
import { checkAccount } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { labelledTabs } from '../lists/labelled-order.js';
import { OrderPageDto, TabDto } from '../lists/listed-order.dto.js';
import { listQueryOf, pageOf } from '../lists/order-page.js';
import { NoticeListDto } from '../notices/notice-list.dto.js';
import { NoticePageDto, presentNotices } from '../notices/notice-page.dto.js';
import { BuyerOrdersDto } from './buyer-orders.dto.js';
import { SpendingDto, SpendingQueryDto } from './spending.dto.js';

@ApiTags('Buyers')
@ApiParam({ name: 'id', description: "The buyer's id.", schema: { type: 'string', example: 'ayu' } })
@Controller('buyers/:id')
export class BuyersController {
  constructor(private readonly engines: Engines) {}

  @Get('orders')
  @ApiOperation({ operationId: 'buyerOrders', summary: "A buyer's orders, the newest first" })
  @ApiOkResponse({ type: OrderPageDto })
  @ApiProblems(400, 403, 404)
  async orders(
    @Param('id') id: string,
    @Query() query: BuyerOrdersDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ) {
    checkAccount({ role: 'buyer', id }, reader);
    return pageOf(await listBuyerOrders(this.engines.database.pool, id, listQueryOf(query)), {
      of: 'buyer',
      locale,
    });
  }

  @Get('orders/counts')
  @ApiOperation({
    operationId: 'buyerOrderCounts',
    summary: "How many orders stand in each of a buyer's tabs",
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'integer' } } })
  @ApiProblems(403, 404)
  counts(@Param('id') id: string, @RequestActor() reader: Actor) {
    checkAccount({ role: 'buyer', id }, reader);
    return countBuyerOrders(this.engines.database.pool, id);
  }

  @Get('orders/tabs')
  @ApiOperation({
    operationId: 'buyerOrderTabs',
    summary: "A buyer's tabs as they are shown, with their orders counted",
  })
  @ApiOkResponse({ type: [TabDto] })
  @ApiProblems(403, 404)
  async tabs(
    @Param('id') id: string,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<TabDto[]> {
    checkAccount({ role: 'buyer', id }, reader);
    const counts = await countBuyerOrders(this.engines.database.pool, id);
    return labelledTabs(counts, { of: 'buyer', locale });
  }

  @Get('spending')
  @ApiOperation({ operationId: 'buyerSpending', summary: 'What a buyer has spent, month by month' })
  @ApiOkResponse({ type: SpendingDto })
  @ApiProblems(400, 403, 404)
  async spending(@Param('id') id: string, @Query() _: SpendingQueryDto, @RequestActor() reader: Actor) {
    checkAccount({ role: 'buyer', id }, reader);
    return { items: await buyerSpending(this.engines.database.pool, id) };
  }

  @Get('notices')
  @StoredWords()
  @ApiOperation({ operationId: 'buyerNotices', summary: "A buyer's notices, the newest first" })
  @ApiOkResponse({ type: NoticePageDto })
  @ApiProblems(400, 403, 404)
  async notices(@Param('id') id: string, @Query() query: NoticeListDto, @RequestActor() reader: Actor) {
    const buyer = { role: 'buyer', id } as const;
    checkAccount(buyer, reader);
    return presentNotices(await listNotices(this.engines.database.pool, buyer, query));
  }
}
