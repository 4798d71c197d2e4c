import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Counter } from 'prom-client';
import { Engines } from '@app/engines';
import { type CommandOutcome, type CommandRequest } from '@app/order-log';
import { Metrics } from '@app/platform';

/** A command to one order, to be decided and recorded. */
export class IssueOrderCommand extends Command<CommandOutcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

@CommandHandler(IssueOrderCommand)
export class IssueOrderCommandHandler implements ICommandHandler<IssueOrderCommand> {
  private readonly outcomes: Counter<'type' | 'outcome'>;

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
  ) {
    this.outcomes = new Counter({
      name: 'order_commands_total',
      help: 'Commands by type and outcome: accepted, or the code of the refusal.',
      labelNames: ['type', 'outcome'],
      registers: [metrics.registry],
    });
  }

  async execute({ request }: IssueOrderCommand): Promise<CommandOutcome> {
    const outcome = await this.engines.orderCommands.execute(request);
    const type = request.command.type;
    this.outcomes.inc({ type, outcome: outcome.kind === 'accepted' ? 'accepted' : outcome.refusal.code });
    return outcome;
  }
}
