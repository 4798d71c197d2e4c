import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type SellerTab } from '@app/ordering';
import { listSellerOrders, type ListQuery, type Page } from '@app/read-models';

/** A page of a seller's orders, the newest first. */
export class SellerOrdersQuery extends Query<Page<SellerTab>> {
  constructor(
    readonly sellerId: string,
    readonly query: ListQuery<SellerTab>,
  ) {
    super();
  }
}

@QueryHandler(SellerOrdersQuery)
export class SellerOrdersHandler implements IQueryHandler<SellerOrdersQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ sellerId, query }: SellerOrdersQuery): Promise<Page<SellerTab>> {
    return listSellerOrders(this.engines.database.pool, sellerId, query);
  }
}
