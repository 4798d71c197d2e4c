import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type PolicyVersion } from '@app/seller-policies';

/** All versions of a seller's policy, the oldest first; none where the defaults hold. */
export class SellerPolicyQuery extends Query<readonly PolicyVersion[]> {
  constructor(readonly sellerId: string) {
    super();
  }
}

@QueryHandler(SellerPolicyQuery)
export class SellerPolicyHandler implements IQueryHandler<SellerPolicyQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ sellerId }: SellerPolicyQuery): Promise<readonly PolicyVersion[]> {
    return this.engines.sellerPolicies.versions(sellerId);
  }
}
