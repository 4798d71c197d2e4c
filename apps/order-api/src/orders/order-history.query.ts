import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type OrderEntry } from '@app/order-log';
import { type Actor, mayReach, type OrderPlaced } from '@app/ordering';
import { ofShownOrder } from './whole-order.js';

/** An order's entries in the log, oldest first; undefined for an order that the reader does not reach. */
export class OrderHistoryQuery extends Query<readonly OrderEntry[] | undefined> {
  constructor(
    readonly orderId: string,
    readonly reader: Actor,
  ) {
    super();
  }
}

@QueryHandler(OrderHistoryQuery)
export class OrderHistoryHandler implements IQueryHandler<OrderHistoryQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ orderId, reader }: OrderHistoryQuery): Promise<readonly OrderEntry[] | undefined> {
    return ofShownOrder(this.engines, orderId, reader, () => this.read(orderId, reader));
  }

  private async read(orderId: string, reader: Actor): Promise<readonly OrderEntry[] | undefined> {
    const entries = await this.engines.orderLog.history(orderId);
    const placed = entries[0]?.event as OrderPlaced | undefined;
    return placed !== undefined && mayReach(placed.data, reader) ? entries : undefined;
  }
}
