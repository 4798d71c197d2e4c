import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { buyerSpending, type MonthlySpending } from '@app/read-models';

/** What a buyer's orders came to, month by month. */
export class BuyerSpendingQuery extends Query<readonly MonthlySpending[]> {
  constructor(readonly buyerId: string) {
    super();
  }
}

@QueryHandler(BuyerSpendingQuery)
export class BuyerSpendingHandler implements IQueryHandler<BuyerSpendingQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ buyerId }: BuyerSpendingQuery): Promise<readonly MonthlySpending[]> {
    return buyerSpending(this.engines.database.pool, buyerId);
  }
}
