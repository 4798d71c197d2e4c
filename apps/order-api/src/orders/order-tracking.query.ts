import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type Actor, mayReach } from '@app/ordering';
import { findTracking, type OrderTracking } from '@app/tracking';
import { ofShownOrder } from './whole-order.js';

/** Where an order's packages are; undefined for an order that the reader does not reach. */
export class OrderTrackingQuery extends Query<OrderTracking | undefined> {
  constructor(
    readonly orderId: string,
    readonly reader: Actor,
  ) {
    super();
  }
}

/** Tracking follows the status events: until the first package's has come through, there are no packages. */
@QueryHandler(OrderTrackingQuery)
export class OrderTrackingHandler implements IQueryHandler<OrderTrackingQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ orderId, reader }: OrderTrackingQuery): Promise<OrderTracking | undefined> {
    return ofShownOrder(this.engines, orderId, reader, () => this.read(orderId, reader));
  }

  private async read(orderId: string, reader: Actor): Promise<OrderTracking | undefined> {
    const { orderLog, database } = this.engines;
    const recorded = orderLog.lastSeen(orderId) ?? (await orderLog.read(orderId));
    if (recorded === undefined || !mayReach(recorded.order, reader)) return undefined;
    const { buyerId, sellerId } = recorded.order;
    return (await findTracking(database.pool, orderId)) ?? { orderId, buyerId, sellerId, packages: [] };
  }
}
