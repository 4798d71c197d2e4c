import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type CommandRequest, type PreviewOutcome } from '@app/order-log';

/** What a command would come to; nothing is recorded. */
export class PreviewOrderCommand extends Query<PreviewOutcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

@QueryHandler(PreviewOrderCommand)
export class PreviewOrderCommandHandler implements IQueryHandler<PreviewOrderCommand> {
  constructor(private readonly engines: Engines) {}

  execute({ request }: PreviewOrderCommand): Promise<PreviewOutcome> {
    return this.engines.orderCommands.preview(request);
  }
}
