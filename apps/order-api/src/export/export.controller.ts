import { applyDecorators, Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { RequestLocale } from '@app/platform';
import { listBuyerOrders, listSellerOrders, orderPages } from '@app/read-models';
import { type Locale } from '@app/words';
import { checkAccount } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { type LabelledOrder, labelledPages } from '../lists/labelled-order.js';
import { csvFile } from './csv-file.js';
import { type CsvFormat } from './csv-table.js';
import { BuyerExportDto, ReturnsExportDto, SellerExportDto } from './export.dto.js';
import { linesCsv, ordersCsv } from './orders-csv.js';
import { returnRows, returnsCsv } from './returns-csv.js';
import { rowPages } from './row-pages.js';

/** The lists of orders as files for spreadsheets. */
@Controller()
export class ExportController {
  constructor(private readonly engines: Engines) {}

  @ExportRoute('buyer', 'ayu', 'orders')
  async buyer(
    @Param('id') id: string,
    @Query() { separator, for: app, rows, ...filter }: BuyerExportDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<StreamableFile> {
    checkAccount({ role: 'buyer', id }, reader);
    const pages = orderPages(listBuyerOrders, this.pool, id, filter);
    return this.ordersFile(labelledPages(pages, { of: 'buyer', locale }), rows, { separator, for: app });
  }

  @ExportRoute('seller', 'toko-batik', 'orders')
  async seller(
    @Param('id') id: string,
    @Query() { separator, for: app, rows, ...filter }: SellerExportDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<StreamableFile> {
    checkAccount({ role: 'seller', id }, reader);
    const pages = orderPages(listSellerOrders, this.pool, id, filter);
    return this.ordersFile(labelledPages(pages, { of: 'seller', locale }), rows, { separator, for: app });
  }

  @ExportRoute('seller', 'toko-batik', 'returns')
  async returns(
    @Param('id') id: string,
    @Query() { separator, for: app, ...filter }: ReturnsExportDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<StreamableFile> {
    checkAccount({ role: 'seller', id }, reader);
    const tab = 'cancellations-and-returns';
    const orders = orderPages(listSellerOrders, this.pool, id, { ...filter, tab });
    const pages = rowPages(this.pool, labelledPages(orders, { of: 'seller', locale }), returnRows);
    return csvFile('returns', returnsCsv, pages, { separator, for: app });
  }

  private get pool() {
    return this.engines.database.pool;
  }

  private ordersFile(
    pages: AsyncGenerator<readonly LabelledOrder[], void>,
    rows: 'orders' | 'lines' = 'orders',
    format: CsvFormat,
  ): Promise<StreamableFile> {
    return rows === 'orders'
      ? csvFile(
          'orders',
          ordersCsv,
          rowPages(this.pool, pages, (row) => [row]),
          format,
        )
      : csvFile(
          'order-lines',
          linesCsv,
          rowPages(this.pool, pages, (row) => row.view.lines.map((line) => ({ ...row, line }))),
          format,
        );
  }
}

function ExportRoute(
  owner: 'buyer' | 'seller',
  example: string,
  what: 'orders' | 'returns',
): MethodDecorator {
  return applyDecorators(
    Get(`${owner}s/:id/${what}/export.csv`),
    ApiParam({ name: 'id', description: `The ${owner}'s id.`, schema: { type: 'string', example } }),
    ApiOperation({
      operationId: `${owner}${what === 'orders' ? 'Orders' : 'Returns'}Export`,
      tags: [owner === 'buyer' ? 'Buyers' : 'Sellers'],
      summary: `A ${owner}'s ${what} as CSV, the newest orders first`,
      description:
        'UTF-8 with a byte order mark and a header (RFC 4180), filtered like the list, however long it is. Amounts stand ' +
        "as decimals and in minor units. A text that a spreadsheet would take for a formula has a ' before it.",
    }),
    ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } }),
    ApiProblems(400, 403, 404),
  );
}
