import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type SellerTab } from '@app/ordering';
import { countSellerOrders, type TabCounts } from '@app/read-models';

/** How many orders stand in each of a seller's tabs. */
export class SellerOrderCountsQuery extends Query<TabCounts<SellerTab>> {
  constructor(readonly sellerId: string) {
    super();
  }
}

@QueryHandler(SellerOrderCountsQuery)
export class SellerOrderCountsHandler implements IQueryHandler<SellerOrderCountsQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ sellerId }: SellerOrderCountsQuery): Promise<TabCounts<SellerTab>> {
    return countSellerOrders(this.engines.database.pool, sellerId);
  }
}
