import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { addWebhook, removeWebhook, type Webhook, type WebhookRequest } from '@app/webhooks';
import { ProblemError } from '@app/platform';

/** Adds a webhook of a service. */
export class AddWebhook extends Command<Webhook & { readonly secret: string }> {
  constructor(
    readonly ownerId: string,
    readonly request: WebhookRequest,
  ) {
    super();
  }
}

@CommandHandler(AddWebhook)
export class AddWebhookHandler implements ICommandHandler<AddWebhook> {
  constructor(private readonly engines: Engines) {}

  /** Throws 409 where the owner has one at the address already. */
  async execute({ ownerId, request }: AddWebhook) {
    const added = await addWebhook(this.engines.database.pool, ownerId, request);
    if (added !== undefined) return { ...added.webhook, secret: added.secret };
    const detail =
      'You have a webhook at this address already: delete it first to change it or to get a new secret.';
    throw new ProblemError(409, 'webhook-exists', detail);
  }
}

/** Removes a webhook and all that waits for it; only one of the owner, where there is one. */
export class RemoveWebhook extends Command<void> {
  constructor(
    readonly id: string,
    readonly ownerId: string | undefined,
  ) {
    super();
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@CommandHandler(RemoveWebhook)
export class RemoveWebhookHandler implements ICommandHandler<RemoveWebhook> {
  constructor(private readonly engines: Engines) {}

  /** Throws 404 where there is none, or it is another's. */
  async execute({ id, ownerId }: RemoveWebhook): Promise<void> {
    if (uuid.test(id) && (await removeWebhook(this.engines.database.pool, id, ownerId))) return;
    throw new ProblemError(404, 'webhook-not-found', 'There is no such webhook.');
  }
}
