import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { RequestLocale } from '@app/platform';
import { listChangedOrders, listChangedOrdersOf } from '@app/read-models';
import { type Locale } from '@app/words';
import { checkAccount, checkQuestion } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { ChangedOrdersDto } from './changed-orders.dto.js';
import { OrderPageDto } from './listed-order.dto.js';
import { cursorOf, pageOf } from './order-page.js';

const description =
  'Those that changed first in front; what changes while pages are read comes again on a later one, so none is missed. ' +
  'Begin the next round some minutes before the last `changedAt`, since lists follow the log, and skip each `revision` ' +
  'that you have.';

/** Orders by when they last changed, for systems that keep up with them. */
@Controller()
export class ChangedOrdersController {
  constructor(private readonly engines: Engines) {}

  @Get('orders')
  @ApiTags('Orders')
  @ApiOperation({ operationId: 'changedOrders', summary: 'All orders that changed since', description })
  @ApiOkResponse({ type: OrderPageDto })
  @ApiProblems(400, 403)
  async all(
    @Query() { changedSince: since, cursor, limit }: ChangedOrdersDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ) {
    checkQuestion('all-orders', reader);
    const query = { since, limit, after: cursorOf(cursor) };
    return pageOf(await listChangedOrders(this.engines.database.pool, query), { of: 'buyer', locale });
  }

  @Get('sellers/:id/orders/changed')
  @ApiTags('Sellers')
  @ApiParam({
    name: 'id',
    description: "The seller's id.",
    schema: { type: 'string', example: 'toko-batik' },
  })
  @ApiOperation({
    operationId: 'changedSellerOrders',
    summary: "A seller's orders that changed since",
    description,
  })
  @ApiOkResponse({ type: OrderPageDto })
  @ApiProblems(400, 403, 404)
  async ofSeller(
    @Param('id') id: string,
    @Query() { changedSince: since, cursor, limit }: ChangedOrdersDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ) {
    checkAccount({ role: 'seller', id }, reader);
    const query = { since, limit, after: cursorOf(cursor) };
    return pageOf(await listChangedOrdersOf(this.engines.database.pool, id, query), {
      of: 'seller',
      locale,
    });
  }
}
