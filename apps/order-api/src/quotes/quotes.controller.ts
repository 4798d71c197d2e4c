import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { quoteIdFor } from '@app/order-log';
import { type Actor, roleNotAllowed } from '@app/ordering';
import { RequestLocale } from '@app/platform';
import { type PricedPart } from '@app/quotes';
import { soldOutLines } from '@app/reservations';
import { type Locale, problemSentence, say, text } from '@app/words';
import { RequestActor } from '../access/actor-of.js';
import { OnlyRoles } from '../access/only-roles.js';
import { keyOf } from '../commands/command-envelope.js';
import { ApiProblems } from '../docs/api-problems.js';
import { problem, refusalProblem } from '../problems/problem.js';
import { AskQuoteDto, askQuoteExample, ownPriceIn, partsIn } from './ask-quote.dto.js';
import { figuresOf, MadeQuoteDto, presentQuote, QuoteDto } from './quote.dto.js';

@ApiTags('Prices')
@Controller('quotes')
export class QuotesController {
  constructor(private readonly engines: Engines) {}

  @Post()
  @HttpCode(200)
  @OnlyRoles('buyer', 'service')
  @ApiOperation({
    operationId: 'quote',
    summary: 'Quote what an order would cost',
    description:
      "Prices are those of the sellers' offers; a service may say prices of its own. Every discount and fee is a line of " +
      'its own, before anything is ordered or paid. Until the quote ends, `create` takes it by its id. Nothing is reserved: ' +
      'coupons are used up and goods are held by `create`.',
  })
  @ApiHeader({ name: 'Idempotency-Key', description: 'Names the quote among all of the sender.' })
  @ApiBody({ type: AskQuoteDto, examples: { example: { value: askQuoteExample } } })
  @ApiOkResponse({ type: QuoteDto })
  @ApiProblems(400, 403, 409, 413, 415, 422)
  async ask(
    @Body() body: AskQuoteDto,
    @RequestActor() by: Actor,
    @RequestLocale() locale: Locale,
    @Req() request: FastifyRequest,
  ): Promise<QuoteDto> {
    checkAsking(body, by);
    const key = keyOf(request);
    const quoteId = key === undefined ? randomUUID() : quoteIdFor(by, key);
    const outcome = await this.engines.quoteMaker.make({
      quoteId,
      buyerId: body.buyerId,
      by,
      parts: partsIn(body),
      correlationId: request.id,
      at: new Date().toISOString(),
      labelOf: (code) => text(locale, `fee.${code}`),
    });
    if (outcome.kind === 'refused') throw refusalProblem(outcome.refusal);
    const { validUntil, parts: priced } = outcome.answer;
    const parts = priced.map(({ part }) => part);
    return {
      ...presentQuote(quoteId, { buyerId: body.buyerId, validUntil, parts }),
      ...figuresOf(parts),
      declined: priced.flatMap(({ declined }) => presentDeclined(declined, locale)),
      soldOut: (
        await Promise.all(
          parts.map(({ sellerId, lines }) => soldOutLines(this.engines.stocks, sellerId, lines)),
        )
      ).flat(),
    };
  }

  @Get(':id')
  @OnlyRoles('buyer', 'service', 'platform')
  @ApiOperation({
    operationId: 'madeQuote',
    summary: 'A quote that was made, and the orders that were placed by it',
  })
  @ApiOkResponse({ type: MadeQuoteDto })
  @ApiProblems(403, 404, 409)
  async show(@Param('id') quoteId: string, @RequestActor() reader: Actor): Promise<MadeQuoteDto> {
    const quote = await this.engines.quotes.read(quoteId);
    if (quote === undefined || (reader.role === 'buyer' && reader.id !== quote.buyerId))
      throw problem('quote-not-found', {});
    return presentQuote(quoteId, quote, quote.orders);
  }
}

/** Buyers ask for themselves, and for what is offered; services for anyone, and with prices of their own. */
function checkAsking(asked: AskQuoteDto, { role, id }: Actor): void {
  if (role === 'service') return;
  if (id !== asked.buyerId) throw problem('not-your-account', {});
  const pointer = ownPriceIn(asked);
  if (pointer !== undefined) throw refusalProblem(roleNotAllowed(['service'], pointer));
}

const presentDeclined = (declined: PricedPart['declined'], locale: Locale) =>
  declined.map(({ coupon, refusal: { code, values } }) => ({
    coupon,
    code,
    message: say(locale, problemSentence(code, values)),
  }));
