import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { isCurrency } from '@app/ordering';
import { listOffers, type OfferOutcome } from '@app/quotes';
import { type Causation } from '@app/reservations';
import { checkWriter } from '../access/access.js';
import { actorOf } from '../access/actor-of.js';
import { NoFieldsDto } from '../commands/routes/no-fields.dto.js';
import { ApiProblems } from '../docs/api-problems.js';
import { checkNamedAlike } from '../fields/named-alike.js';
import { idPattern } from '../fields/text-fields.js';
import { SellerId } from '../policies/seller-id.js';
import { problem } from '../problems/problem.js';
import { OfferDto, offerExample, OfferListDto, OfferPageDto, presentOffer } from './offer.dto.js';

const product = {
  name: 'product',
  description: "The product's id.",
  schema: { type: 'string', example: 'batik-shirt' },
};

@ApiTags('Prices')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id/offers')
export class OffersController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @ApiOperation({
    operationId: 'offers',
    summary: 'What a seller offers, by product',
    description: 'Anybody with a token may read it. Follows the log within moments.',
  })
  @ApiOkResponse({ type: OfferPageDto })
  @ApiProblems(400, 404)
  async list(@SellerId() sellerId: string, @Query() { cursor, limit }: OfferListDto): Promise<OfferPageDto> {
    const found = await listOffers(this.engines.database.pool, sellerId, { after: cursor, limit: limit + 1 });
    const items = found.slice(0, limit);
    const nextCursor = found.length > limit ? items.at(-1)?.productId : undefined;
    return { items: items.map(presentOffer), nextCursor };
  }

  @Get(':product')
  @ApiParam(product)
  @ApiOperation({ operationId: 'offer', summary: 'What a seller offers a product for now' })
  @ApiOkResponse({ type: OfferDto })
  @ApiProblems(404, 409)
  async show(@SellerId() sellerId: string, @Param('product') productId: string): Promise<OfferDto> {
    const offer = await this.engines.offers.find(sellerId, productId);
    if (offer === undefined) throw problem('offer-not-found', {});
    return presentOffer(offer);
  }

  @Put(':product')
  @ApiParam(product)
  @ApiOperation({
    operationId: 'setOffer',
    summary: 'Offer a product',
    description:
      'For all quotes from now on; what was quoted before stays as it is. What is read can be written back.',
  })
  @ApiBody({ type: OfferDto, examples: { example: { value: offerExample } } })
  @ApiOkResponse({ type: OfferDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 422)
  async set(
    @SellerId() sellerId: string,
    @Param('product') productId: string,
    @Body() body: OfferDto,
    @Req() request: FastifyRequest,
  ): Promise<OfferDto> {
    const causation = writing(sellerId, request);
    if (!idPattern.test(productId)) throw problem('offer-not-found', {});
    checkNamedAlike('productId', body.productId, productId);
    if (!isCurrency(body.currency)) throw problem('unknown-currency', { currency: body.currency });
    const terms = { ...plain(body), sellerId, productId };
    accepted(await this.engines.offers.set(terms, new Date().toISOString(), causation));
    return presentOffer(terms);
  }

  @Post(':product/withdraw')
  @HttpCode(200)
  @ApiParam(product)
  @ApiOperation({
    operationId: 'withdrawOffer',
    summary: 'Offer a product no more',
    description: 'Quotes that were made before hold to their end. Needs no body.',
  })
  @ApiBody({ type: NoFieldsDto, required: false, examples: { example: { value: {} } } })
  @ApiOkResponse({ description: 'It is not offered now.' })
  @ApiProblems(400, 403, 404, 409, 413, 415)
  async withdraw(
    @SellerId() sellerId: string,
    @Param('product') productId: string,
    @Body() _: NoFieldsDto,
    @Req() request: FastifyRequest,
  ) {
    const causation = writing(sellerId, request);
    accepted(await this.engines.offers.withdraw(sellerId, productId, new Date().toISOString(), causation));
    return { productId };
  }
}

/** By whom an offer is changed; throws where the sender may not. */
function writing(sellerId: string, request: FastifyRequest): Causation {
  const actor = actorOf(request);
  checkWriter({ role: 'seller', id: sellerId }, actor);
  return { actor, correlationId: request.id };
}

function accepted(outcome: OfferOutcome): void {
  if (outcome.kind === 'refused') throw problem(outcome.refusal.code, {});
}

/** As it is compared and stored: without the classes of bodies, and with nothing that is undefined. */
const plain = (body: OfferDto): OfferDto => JSON.parse(JSON.stringify(body)) as OfferDto;
