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
import { labelledPages } from '../lists/labelled-order.js';
import { csvFile } from './csv-file.js';
import { BuyerExportDto, SellerExportDto } from './export.dto.js';

/** The lists of orders as files for spreadsheets. */
@Controller()
export class ExportController {
  constructor(private readonly engines: Engines) {}

  @ExportRoute('buyer', 'ayu')
  async buyer(
    @Param('id') id: string,
    @Query() filter: BuyerExportDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<StreamableFile> {
    checkAccount({ role: 'buyer', id }, reader);
    const pages = orderPages(listBuyerOrders, this.engines.database.pool, id, filter);
    return csvFile('orders', labelledPages(pages, { of: 'buyer', locale }));
  }

  @ExportRoute('seller', 'toko-batik')
  async seller(
    @Param('id') id: string,
    @Query() filter: SellerExportDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<StreamableFile> {
    checkAccount({ role: 'seller', id }, reader);
    const pages = orderPages(listSellerOrders, this.engines.database.pool, id, filter);
    return csvFile('orders', labelledPages(pages, { of: 'seller', locale }));
  }
}

function ExportRoute(owner: 'buyer' | 'seller', example: string): MethodDecorator {
  return applyDecorators(
    Get(`${owner}s/:id/orders/export.csv`),
    ApiParam({ name: 'id', description: `The ${owner}'s id.`, schema: { type: 'string', example } }),
    ApiOperation({
      operationId: `${owner}OrdersExport`,
      tags: [owner === 'buyer' ? 'Buyers' : 'Sellers'],
      summary: `A ${owner}'s orders as CSV, the newest first`,
      description:
        'UTF-8 with a header (RFC 4180), filtered like the list, however long it is. Amounts stand as decimals and ' +
        "in minor units. A text that a spreadsheet would take for a formula has a ' before it.",
    }),
    ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } }),
    ApiProblems(400, 403, 404),
  );
}
