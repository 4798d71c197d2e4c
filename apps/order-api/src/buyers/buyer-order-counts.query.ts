import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type BuyerTab } from '@app/ordering';
import { countBuyerOrders, type TabCounts } from '@app/read-models';

/** How many orders stand in each of a buyer's tabs. */
export class BuyerOrderCountsQuery extends Query<TabCounts<BuyerTab>> {
  constructor(readonly buyerId: string) {
    super();
  }
}

@QueryHandler(BuyerOrderCountsQuery)
export class BuyerOrderCountsHandler implements IQueryHandler<BuyerOrderCountsQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ buyerId }: BuyerOrderCountsQuery): Promise<TabCounts<BuyerTab>> {
    return countBuyerOrders(this.engines.database.pool, buyerId);
  }
}
