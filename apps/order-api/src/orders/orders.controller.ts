import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { RequestLocale } from '@app/platform';
import { showTracking } from '@app/tracking';
import { type Locale } from '@app/words';
import { checkQuestion } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { HistoryEntryDto, presentEntry } from './history-entry.dto.js';
import { MessageListDto, MessagePageDto, presentMessages } from './message-page.dto.js';
import { OrderDetailDto } from './order-detail.dto.js';
import { OrderId } from './order-id.js';
import { presentOrder } from './present-order.js';
import { readDetail, readMessages, readOrderHistory, readTracking } from './read-order.js';
import { TrackingDto } from './tracking.dto.js';

@ApiTags('Orders')
@Controller('orders/:id')
export class OrdersController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @ApiOperation({ operationId: 'order', summary: 'An order with its timeline' })
  @ApiOkResponse({ type: OrderDetailDto })
  @ApiProblems(403, 404, 409)
  async detail(
    @OrderId() id: string,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderDetailDto> {
    checkQuestion('order', reader);
    const detail = await readDetail(this.engines, id, reader);
    reply.header('etag', `"${detail.view.revision}"`);
    return presentOrder(detail, reader, locale, new Date().toISOString());
  }

  @Get('history')
  @ApiOperation({ operationId: 'history', summary: 'All that was recorded of an order, oldest first' })
  @ApiOkResponse({ type: [HistoryEntryDto] })
  @ApiProblems(403, 404, 409)
  async history(@OrderId() id: string, @RequestActor() reader: Actor): Promise<HistoryEntryDto[]> {
    checkQuestion('order', reader);
    const entries = await readOrderHistory(this.engines, id, reader);
    return entries.map((entry) => presentEntry(entry, reader));
  }

  @Get('messages')
  @ApiOperation({
    operationId: 'messages',
    summary: 'What buyer, seller and platform wrote about an order, the newest first',
  })
  @ApiOkResponse({ type: MessagePageDto })
  @ApiProblems(400, 403, 404, 409)
  async messages(@OrderId() id: string, @Query() query: MessageListDto, @RequestActor() reader: Actor) {
    checkQuestion('messages', reader);
    const before = query.cursor === undefined ? undefined : Number(query.cursor);
    return presentMessages(await readMessages(this.engines, id, reader, { before, limit: query.limit }));
  }

  @Get('tracking')
  @ApiOperation({
    operationId: 'tracking',
    summary: "Where an order's packages are",
    description:
      'Follows the status events: a package is listed once the event that it was shipped has come through.',
  })
  @ApiOkResponse({ type: TrackingDto })
  @ApiProblems(403, 404, 409)
  async tracking(
    @OrderId() id: string,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<TrackingDto> {
    checkQuestion('tracking', reader);
    return showTracking(await readTracking(this.engines, id, reader), locale);
  }
}
