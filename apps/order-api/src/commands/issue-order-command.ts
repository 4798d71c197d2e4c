import { Logger } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Engines } from '@app/engines';
import { type CommandOutcome, type CommandRequest } from '@app/order-log';
import { Metrics } from '@app/platform';
import { ofUndamagedOrder } from '../orders/undamaged-order.js';
import { CommandMetrics } from './command.metrics.js';

/** A command to one order, to be decided and recorded. */
export class IssueOrderCommand extends Command<CommandOutcome> {
  constructor(readonly request: CommandRequest) {
    super();
  }
}

@CommandHandler(IssueOrderCommand)
export class IssueOrderCommandHandler implements ICommandHandler<IssueOrderCommand> {
  private readonly logger = new Logger('Commands');
  private readonly metrics: CommandMetrics;

  constructor(
    private readonly engines: Engines,
    { registry }: Metrics,
  ) {
    this.metrics = new CommandMetrics(registry);
  }

  async execute({ request }: IssueOrderCommand): Promise<CommandOutcome> {
    const { orderId, correlationId, command } = request;
    const began = performance.now();
    let result = 'failed';
    try {
      const outcome = await ofUndamagedOrder(this.engines, orderId, request.onBehalfOf ?? request.actor, () =>
        this.engines.orderCommands.execute(request, () => this.metrics.conflict(command.type)),
      );
      const facts = { command: command.type, orderId, correlationId };
      if (outcome.kind === 'accepted') {
        result = 'accepted';
        this.logger.debug('A command was carried out.', { ...facts, revision: outcome.answer.revision });
      } else {
        result = outcome.refusal.code;
        this.logger.log('A command was refused.', { ...facts, code: result });
      }
      return outcome;
    } finally {
      this.metrics.finished(command.type, result, performance.now() - began);
    }
  }
}
