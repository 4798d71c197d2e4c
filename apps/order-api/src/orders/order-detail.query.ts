import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type Actor, mayReach } from '@app/ordering';
import { orderDetail, type OrderDetail } from '@app/read-models';
import { awaitRevision } from './await-revision.js';
import { ofShownOrder } from './whole-order.js';

/** An order as its people see it; undefined for one that the reader does not reach. */
export class OrderDetailQuery extends Query<OrderDetail | undefined> {
  constructor(
    readonly orderId: string,
    readonly reader: Actor,
  ) {
    super();
  }
}

/** Shows at least what this process has written: a reader finds what a command was just answered. */
@QueryHandler(OrderDetailQuery)
export class OrderDetailHandler implements IQueryHandler<OrderDetailQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ orderId, reader }: OrderDetailQuery): Promise<OrderDetail | undefined> {
    return ofShownOrder(this.engines, orderId, reader, () => this.read(orderId, reader));
  }

  private async read(orderId: string, reader: Actor): Promise<OrderDetail | undefined> {
    const { orderLog } = this.engines;
    const seen = orderLog.lastSeen(orderId);
    const detail = await this.find(orderId);
    if (detail !== undefined && detail.view.revision >= (seen?.revision ?? 0))
      return mayReach(detail.view.order, reader) ? detail : undefined;

    const recorded = seen ?? (await orderLog.read(orderId));
    return recorded !== undefined && mayReach(recorded.order, reader)
      ? this.waitFor(orderId, recorded.revision)
      : undefined;
  }

  private async waitFor(orderId: string, revision: number): Promise<OrderDetail | undefined> {
    await awaitRevision(this.engines.database.pool, orderId, revision);
    return this.find(orderId);
  }

  private find(orderId: string): Promise<OrderDetail | undefined> {
    return orderDetail(this.engines.database.pool, orderId);
  }
}
