import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type BuyerTab } from '@app/ordering';
import { listBuyerOrders, type ListQuery, type Page } from '@app/read-models';

/** A page of a buyer's orders, the newest first. */
export class BuyerOrdersQuery extends Query<Page<BuyerTab>> {
  constructor(
    readonly buyerId: string,
    readonly query: ListQuery<BuyerTab>,
  ) {
    super();
  }
}

@QueryHandler(BuyerOrdersQuery)
export class BuyerOrdersHandler implements IQueryHandler<BuyerOrdersQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ buyerId, query }: BuyerOrdersQuery): Promise<Page<BuyerTab>> {
    return listBuyerOrders(this.engines.database.pool, buyerId, query);
  }
}
