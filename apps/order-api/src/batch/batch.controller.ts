import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { localeOf, pathOf } from '@app/platform';
import { checkAccount, checkQuestion } from '../access/access.js';
import { actorOf } from '../access/actor-of.js';
import { keyOf } from '../commands/command-envelope.js';
import { IssueOrderCommand } from '../commands/issue-order-command.js';
import { ApiProblems } from '../docs/api-problems.js';
import { BatchAnswerDto, BatchDto, batchExample } from './batch.dto.js';
import { runBatch } from './run-batch.js';

const summary = 'Confirm or ship many orders in one request';

/** What a seller does to many orders at once. */
@ApiTags('Sellers')
@Controller('sellers/:id/orders')
export class BatchController {
  constructor(private readonly commands: CommandBus) {}

  @Post('batch')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'batch',
    summary,
    description:
      'Each command is decided by itself, as on its own route, and answered by itself: one that is refused stops ' +
      'no other. Commands to the same order are carried out in their order. A service acts for the seller of the path.',
  })
  @ApiParam({
    name: 'id',
    description: "The seller's id.",
    schema: { type: 'string', example: 'toko-batik' },
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    description: 'With it the same request may be sent again: what was carried out is answered as before.',
  })
  @ApiBody({ type: BatchDto, examples: { example: { summary, value: batchExample } } })
  @ApiOkResponse({ type: BatchAnswerDto })
  @ApiProblems(400, 403, 404, 413, 415, 422)
  async batch(
    @Param('id') id: string,
    @Body() { commands }: BatchDto,
    @Req() request: FastifyRequest,
  ): Promise<BatchAnswerDto> {
    const actor = actorOf(request);
    const seller = { role: 'seller', id } as const;
    checkQuestion('seller-batches', actor);
    checkAccount(seller, actor);
    const envelope = {
      actor,
      onBehalfOf: actor.role === 'service' ? seller : undefined,
      correlationId: request.id,
      idempotencyKey: keyOf(request),
      path: pathOf(request),
      locale: localeOf(request),
    };
    const execute = (command: IssueOrderCommand['request']) =>
      this.commands.execute(new IssueOrderCommand(command));
    return { results: await runBatch(commands, envelope, execute) };
  }
}
