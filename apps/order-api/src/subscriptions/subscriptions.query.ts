import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { listWebhooks, type Webhook } from '@app/webhooks';

/** The webhooks of an owner, or all. */
export class WebhooksQuery extends Query<Webhook[]> {
  constructor(readonly ownerId: string | undefined) {
    super();
  }
}

@QueryHandler(WebhooksQuery)
export class WebhooksHandler implements IQueryHandler<WebhooksQuery> {
  constructor(private readonly engines: Engines) {}

  execute({ ownerId }: WebhooksQuery): Promise<Webhook[]> {
    return listWebhooks(this.engines.database.pool, ownerId);
  }
}
