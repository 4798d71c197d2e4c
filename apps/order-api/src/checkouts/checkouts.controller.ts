import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { RequestActor } from '../access/actor-of.js';
import { OnlyRoles } from '../access/only-roles.js';
import { ApiProblems } from '../docs/api-problems.js';
import { refusalProblem } from '../problems/problem.js';
import {
  CheckoutDto,
  PayCheckoutDto,
  payCheckoutExample,
  PlaceCheckoutDto,
  placeCheckoutExample,
} from './checkout.dto.js';
import { placeCheckout } from './place-checkout.js';
import { readCheckout } from './read-checkout.js';

const CheckoutId = () => ApiParam({ name: 'id', description: "The checkout's id: that of its quote." });

@ApiTags('Checkouts')
@Controller('checkouts')
export class CheckoutsController {
  constructor(
    private readonly engines: Engines,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @OnlyRoles('buyer', 'service')
  @ApiOperation({
    operationId: 'placeCheckout',
    summary: 'Place the orders of a quote over several sellers',
    description:
      'One for each part of the quote, or none: all are tried first, and where one is refused, the problem says why, ' +
      'and at which seller (`sellerId`). What a race let through before that stays, and is listed (`placed`). The same ' +
      'request again places what is missing.',
  })
  @ApiBody({ type: PlaceCheckoutDto, examples: { example: { value: placeCheckoutExample } } })
  @ApiCreatedResponse({ type: CheckoutDto })
  @ApiProblems(400, 403, 409, 413, 415, 422)
  async place(
    @Body() body: PlaceCheckoutDto,
    @RequestActor() actor: Actor,
    @Req() { id: correlationId }: FastifyRequest,
  ): Promise<CheckoutDto> {
    await placeCheckout(this.engines, this.commands, body, { actor, correlationId });
    return readCheckout(this.engines, body.quoteId, actor);
  }

  @Get(':id')
  @OnlyRoles('buyer', 'service', 'platform')
  @CheckoutId()
  @ApiOperation({
    operationId: 'checkout',
    summary: 'A checkout: its orders, and what they come to together',
    description: 'Sellers read their own order instead.',
  })
  @ApiOkResponse({ type: CheckoutDto })
  @ApiProblems(403, 404, 409)
  show(@Param('id') checkoutId: string, @RequestActor() reader: Actor): Promise<CheckoutDto> {
    return readCheckout(this.engines, checkoutId, reader);
  }

  @Post(':id/pay')
  @HttpCode(200)
  @OnlyRoles('payments', 'service')
  @CheckoutId()
  @ApiOperation({
    operationId: 'payCheckout',
    summary: 'Record one payment for all orders of a checkout',
    description:
      'It is shared over the orders in the ratio of what each still owes. A capture that was recorded before is answered ' +
      'as then. A refund of an order goes back to its share.',
  })
  @ApiBody({ type: PayCheckoutDto, examples: { example: { value: payCheckoutExample } } })
  @ApiOkResponse({ type: CheckoutDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 422)
  async pay(
    @Param('id') checkoutId: string,
    @Body() body: PayCheckoutDto,
    @RequestActor() actor: Actor,
    @Req() { id: correlationId }: FastifyRequest,
  ): Promise<CheckoutDto> {
    await readCheckout(this.engines, checkoutId, actor);
    const outcome = await this.engines.checkoutPayments.pay(checkoutId, body, { actor, correlationId });
    if (outcome.kind === 'refused') throw refusalProblem(outcome.refusal);
    return readCheckout(this.engines, checkoutId, actor);
  }
}
