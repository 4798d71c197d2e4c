import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { listStock, type StockOutcome } from '@app/reservations';
import { checkAccount, checkWriter } from '../access/access.js';
import { actorOf, RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { checkNamedAlike } from '../fields/named-alike.js';
import { problem } from '../problems/problem.js';
import { ProductId, stockNotFound } from './product-id.js';
import {
  countsIn,
  CountStockDto,
  countStockExample,
  presentStock,
  ReceiveStockDto,
  receiveStockExample,
  StockDto,
  StockListDto,
  StockPageDto,
} from './stock.dto.js';
import { stockCursor, stockPage } from './stock-page.js';

const product = {
  name: 'product',
  description: "The product's id.",
  schema: { type: 'string', example: 'batik-shirt' },
};

@ApiTags('Stock')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id/stock')
export class StockController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @ApiOperation({
    operationId: 'stockList',
    summary: "A seller's stock by product and variant",
    description: 'Follows the log within moments. Products that the seller keeps no stock of are not in it.',
  })
  @ApiOkResponse({ type: StockPageDto })
  @ApiProblems(400, 403, 404)
  async list(@Param('id') sellerId: string, @Query() query: StockListDto, @RequestActor() reader: Actor) {
    checkAccount({ role: 'seller', id: sellerId }, reader);
    const { only, cursor, limit } = query;
    const page = { only, after: stockCursor(cursor), limit: limit + 1 };
    return stockPage(await listStock(this.engines.database.pool, sellerId, page), limit);
  }

  @Get(':product')
  @ApiParam(product)
  @ApiOperation({ operationId: 'stock', summary: "A product's stock as it is now" })
  @ApiOkResponse({ type: StockDto })
  @ApiProblems(403, 404, 409)
  async show(@Param('id') sellerId: string, @ProductId() productId: string, @RequestActor() reader: Actor) {
    checkAccount({ role: 'seller', id: sellerId }, reader);
    const stock = await this.engines.stocks.find(sellerId, productId);
    if (stock === undefined) throw stockNotFound();
    return presentStock(productId, stock);
  }

  @Put(':product')
  @ApiParam(product)
  @ApiOperation({
    operationId: 'countStock',
    summary: 'Set what is there of a product',
    description:
      'From the first count on, stock is kept of the product: no order takes more of it than is there. Where less is ' +
      'there than orders wait for, those that came first are served first.',
  })
  @ApiBody({ type: CountStockDto, examples: { example: { value: countStockExample } } })
  @ApiOkResponse({ type: StockDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 422)
  async count(
    @Param('id') sellerId: string,
    @ProductId() productId: string,
    @Body() counted: CountStockDto,
    @Req() request: FastifyRequest,
  ): Promise<StockDto> {
    const { at, causation } = writing(sellerId, request);
    checkNamedAlike('productId', counted.productId, productId);
    let stock: StockDto = { productId, variants: [] };
    for (const count of countsIn(counted))
      stock = presented(
        productId,
        await this.engines.stocks.count(sellerId, productId, count, at, causation),
      );
    return stock;
  }

  @Post(':product/receipts')
  @ApiParam(product)
  @ApiOperation({ operationId: 'receiveStock', summary: 'Take a delivery into the stock of a product' })
  @ApiBody({ type: ReceiveStockDto, examples: { example: { value: receiveStockExample } } })
  @ApiCreatedResponse({ type: StockDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 422)
  async receive(
    @Param('id') sellerId: string,
    @ProductId() productId: string,
    @Body() receipt: ReceiveStockDto,
    @Req() request: FastifyRequest,
  ): Promise<StockDto> {
    const { at, causation } = writing(sellerId, request);
    const outcome = await this.engines.stocks.receive(sellerId, productId, { ...receipt }, at, causation);
    return presented(productId, outcome);
  }
}

/** When something is recorded, and by whom; throws where the sender may not. */
function writing(sellerId: string, request: FastifyRequest) {
  const actor = actorOf(request);
  checkWriter({ role: 'seller', id: sellerId }, actor);
  return { at: new Date().toISOString(), causation: { actor, correlationId: request.id } };
}

function presented(productId: string, outcome: StockOutcome): StockDto {
  if (outcome.kind === 'accepted') return presentStock(productId, outcome.answer.state!);
  throw problem(
    outcome.refusal.code === 'receipt-already-exists' ? 'receipt-already-exists' : 'too-much-contention',
    {},
  );
}
