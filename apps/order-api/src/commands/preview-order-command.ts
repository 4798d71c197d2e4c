import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type CommandRequest, type PreviewOutcome } from '@app/order-log';
import { ofWholeOrder } from '../orders/whole-order.js';
import { couponsRefused, type RefusedOutcome } from '../coupons/order-coupons.js';

/** What a command would come to; nothing is recorded. */
export class PreviewOrderCommand extends Query<PreviewOutcome | RefusedOutcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

@QueryHandler(PreviewOrderCommand)
export class PreviewOrderCommandHandler implements IQueryHandler<PreviewOrderCommand> {
  constructor(private readonly engines: Engines) {}

  execute({ request }: PreviewOrderCommand): Promise<PreviewOutcome | RefusedOutcome> {
    const { orderId, actor, onBehalfOf } = request;
    return ofWholeOrder(
      this.engines,
      orderId,
      onBehalfOf ?? actor,
      async () =>
        (await couponsRefused(this.engines, request)) ?? this.engines.orderCommands.preview(request),
    );
  }
}
