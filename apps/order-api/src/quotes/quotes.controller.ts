import { createHash } from 'node:crypto';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Engines } from '@app/engines';
import { type Actor, isAmount, isCurrency, sum } from '@app/ordering';
import { RequestLocale } from '@app/platform';
import { soldOutLines } from '@app/reservations';
import { type Locale, problemSentence, say, text } from '@app/words';
import { onlyFor } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { ApiProblems } from '../docs/api-problems.js';
import { problem } from '../problems/problem.js';
import { AskQuoteDto, askQuoteExample, QuoteDto } from './quote.dto.js';

@ApiTags('Prices')
@Controller('quotes')
export class QuotesController {
  constructor(private readonly engines: Engines) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'quote',
    summary: 'What an order would cost',
    description:
      'Every discount and fee as a line of its own, before anything is ordered or paid. Nothing is reserved: ' +
      'coupons are used up and goods are held by `create`, with the amounts of a quote.',
  })
  @ApiBody({ type: AskQuoteDto, examples: { example: { value: askQuoteExample } } })
  @ApiOkResponse({ type: QuoteDto })
  @ApiProblems(400, 403, 409, 413, 415, 422)
  async ask(
    @Body() body: AskQuoteDto,
    @RequestActor() reader: Actor,
    @RequestLocale() locale: Locale,
  ): Promise<QuoteDto> {
    checkBuyer(body.buyerId, reader);
    checkMoney(body);
    const { couponPricing, sellerPolicies } = this.engines;
    const wanted = { insured: false, couponCodes: [], ...body };
    const { completedOrders: _, ...priced } = await couponPricing.price(
      wanted,
      couponPricing.ratesOf(await sellerPolicies.inForce(body.sellerId)),
      new Date().toISOString(),
    );
    const quoteId = createHash('sha256').update(JSON.stringify(priced)).digest('base64url');
    const soldOut = await soldOutLines(this.engines.stocks, body.sellerId, body.lines);
    const fees = priced.fees.map((fee) => ({ ...fee, label: text(locale, `fee.${fee.code}`) }));
    const declined = priced.declined.map(({ coupon, refusal: { code, values } }) => ({
      coupon,
      code,
      message: say(locale, problemSentence(code, values)),
    }));
    return { quoteId, ...priced, fees, declined, soldOut };
  }
}

function checkBuyer(buyerId: string, { role, id }: Actor): void {
  if (role !== 'buyer' && role !== 'service') throw onlyFor(['buyer', 'service']);
  if (role === 'buyer' && id !== buyerId) throw problem('not-your-account', {});
}

function checkMoney({ currency, lines, shippingFee }: AskQuoteDto): void {
  if (!isCurrency(currency)) throw problem('unknown-currency', { currency });
  // Twice, because the fees can double it.
  if (!isAmount(2 * sum([...lines.map(({ quantity, unitPrice }) => quantity * unitPrice), shippingFee])))
    throw problem('bad-money', { fault: 'sum' });
}
