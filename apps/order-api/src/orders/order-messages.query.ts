import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type Actor, mayReach } from '@app/ordering';
import { listMessages, type MessagePage } from '@app/read-models';
import { awaitRevision } from './await-revision.js';
import { type MessageListDto } from './message-page.dto.js';
import { ofShownOrder } from './whole-order.js';

/** A page of an order's messages, the newest first; undefined for an order that the reader does not reach. */
export class OrderMessagesQuery extends Query<MessagePage | undefined> {
  constructor(
    readonly orderId: string,
    readonly reader: Actor,
    readonly page: MessageListDto,
  ) {
    super();
  }
}

/** Shows at least what this process has written, the reader's own message among it. */
@QueryHandler(OrderMessagesQuery)
export class OrderMessagesHandler implements IQueryHandler<OrderMessagesQuery> {
  constructor(private readonly engines: Engines) {}

  execute(query: OrderMessagesQuery): Promise<MessagePage | undefined> {
    return ofShownOrder(this.engines, query.orderId, query.reader, () => this.read(query));
  }

  private async read({ orderId, reader, page }: OrderMessagesQuery): Promise<MessagePage | undefined> {
    const { orderLog, database } = this.engines;
    const recorded = orderLog.lastSeen(orderId) ?? (await orderLog.read(orderId));
    if (recorded === undefined || !mayReach(recorded.order, reader)) return undefined;
    await awaitRevision(database.pool, orderId, recorded.revision);
    const before = page.cursor === undefined ? undefined : Number(page.cursor);
    return listMessages(database.pool, orderId, { before, limit: page.limit });
  }
}
