import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { localeOf, pathOf } from '@app/platform';
import { checkAccount, checkQuestion } from '../access/access.js';
import { actorOf } from '../access/actor-of.js';
import { runBatch } from '../batch/run-batch.js';
import { IssueOrderCommand } from '../commands/issue-order-command.js';
import { ApiProblems } from '../docs/api-problems.js';
import { csvHeader, csvRecords } from '../export/csv-table.js';
import { csvIn, TakesCsv } from './csv-body.js';
import { packagesIn } from './packages-in.js';
import { mostRows, readRows } from './read-rows.js';
import { resultsCsv, rowResults, ShipmentsAnswerDto } from './shipment-answer.js';
import { neededColumns, shipmentColumns } from './shipment-row.dto.js';

const description =
  `A row for each package: ${neededColumns.join(', ')}, and where they are wanted ` +
  `${shipmentColumns.slice(neededColumns.length).join(', ')}. Rows of one order that differ in line_id and quantity ` +
  'alone are one package; without a line it holds everything that is left. An exported file can be filled in and ' +
  'sent, in UTF-8, with commas, semicolons or tabs. The file is checked as a whole first: where a cell is wrong, all ' +
  `wrong ones are named and nothing is shipped. Then each package is shipped by itself, as by \`ship\`. A row that ` +
  `comes again, in the same file or another, ships nothing again. At most ${mostRows} rows.`;

const example = 'order_id;carrier;tracking_number\n3f0c8a52-5d7e-5c7b-9a44-0d9b2a6f1e11;jne;JNE0012345678\n';

/** Tracking numbers as sellers keep them: in a spreadsheet. */
@ApiTags('Sellers')
@Controller('sellers/:id/shipments')
export class ShipmentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('import.csv')
  @HttpCode(200)
  @TakesCsv()
  @ApiOperation({
    operationId: 'importShipments',
    summary: 'Ship what a file of tracking numbers names',
    description,
  })
  @ApiParam({
    name: 'id',
    description: "The seller's id.",
    schema: { type: 'string', example: 'toko-batik' },
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' }, examples: { example: { value: example } } })
  @ApiExtraModels(ShipmentsAnswerDto)
  @ApiResponse({
    status: 200,
    description: 'What each row came to; as a file where `Accept` asks for `text/csv`.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ShipmentsAnswerDto) } },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @ApiProblems(400, 403, 404, 413, 415, 422)
  async ship(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShipmentsAnswerDto | string> {
    const actor = actorOf(request);
    const seller = { role: 'seller', id } as const;
    checkQuestion('seller-batches', actor);
    checkAccount(seller, actor);
    const { rows, separator } = readRows(csvIn(request));
    const packages = packagesIn(rows);
    const envelope = {
      actor,
      onBehalfOf: actor.role === 'service' ? seller : undefined,
      correlationId: request.id,
      path: pathOf(request),
      locale: localeOf(request),
    };
    const commands = packages.map(({ orderId, body, idempotencyKey }) => ({
      orderId,
      command: 'ship',
      body,
      idempotencyKey,
    }));
    const answered = await runBatch(commands, envelope, (command) =>
      this.commands.execute(new IssueOrderCommand(command)),
    );
    const results = rowResults(packages, answered);
    if (!request.headers.accept?.includes('text/csv')) return { results };
    reply.type('text/csv; charset=utf-8; header=present');
    return csvHeader(resultsCsv, { separator }) + csvRecords(resultsCsv, results, { separator });
  }
}
