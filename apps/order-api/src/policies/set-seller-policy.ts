import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type PolicyOutcome, type SetPolicyRequest } from '@app/seller-policies';

/** A policy for a seller's new orders, to be checked and recorded. */
export class SetSellerPolicy extends Command<PolicyOutcome> {
  constructor(readonly request: SetPolicyRequest) {
    super();
  }
}

@CommandHandler(SetSellerPolicy)
export class SetSellerPolicyHandler implements ICommandHandler<SetSellerPolicy> {
  private readonly logger = new Logger('Policies');

  constructor(private readonly engines: Engines) {}

  async execute({ request }: SetSellerPolicy): Promise<PolicyOutcome> {
    const outcome = await this.engines.sellerPolicies.set(request);
    const { sellerId, correlationId } = request;
    if (outcome.kind === 'refused')
      this.logger.log('A policy was refused.', { sellerId, correlationId, code: outcome.refusal.code });
    else this.logger.debug('A policy was set.', { sellerId, correlationId, version: outcome.answer.version });
    return outcome;
  }
}
