import { Body, Controller, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type CommandAnswer, type CommandPreview } from '@app/order-log';
import { type CommandType } from '@app/ordering';
import { refusalProblem } from '../problems/problem.js';
import { withQuote } from '../quotes/with-quote.js';
import { ApiCommand } from './api-command.js';
import { Call, type CommandCall } from './command-call.js';
import { commandFrom, commandTypes, routeOf } from './command-routes.js';
import { IssueOrderCommand } from './issue-order-command.js';
import { previewOrderCommand } from './preview-order-command.js';

/** A controller for each command of the table. */
export const orderCommandsControllers = commandTypes.map(controllerOf);

function controllerOf(type: CommandType): Type {
  @ApiTags('Commands')
  @Controller('orders')
  class OrderCommandController {
    constructor(
      private readonly commands: CommandBus,
      private readonly engines: Engines,
    ) {}

    @ApiCommand(type)
    async issue(@Body() body: object, @Call() call: CommandCall): Promise<CommandAnswer | CommandPreview> {
      const { envelope, dryRun, reply } = call;
      const said = type === 'create' ? await withQuote(this.engines.quotes, body, envelope) : body;
      const request = { ...envelope, command: commandFrom(type, envelope.orderId, said) };
      const outcome = dryRun
        ? await previewOrderCommand(this.engines, request)
        : await this.commands.execute(new IssueOrderCommand(request));
      if (outcome.kind === 'refused') throw refusalProblem(outcome.refusal);
      const { revision } = outcome.answer;
      if (dryRun) reply.status(200);
      else if (type === 'create') reply.header('location', `/orders/${envelope.orderId}`);
      if (revision !== undefined) reply.header('etag', `"${revision}"`);
      return outcome.answer;
    }
  }
  // The class that bodies are held against; nothing in the method's own types can name it.
  const types = [routeOf(type).body, Object];
  Reflect.defineMetadata('design:paramtypes', types, OrderCommandController.prototype, 'issue');
  return OrderCommandController;
}
