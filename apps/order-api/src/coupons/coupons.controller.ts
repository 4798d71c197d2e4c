import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { invalid, ProblemError, toBe } from '@app/platform';
import { type Coupon, type CouponOutcome, listCoupons } from '@app/reservations';
import { checkAccount, checkWriter } from '../access/access.js';
import { actorOf, RequestActor } from '../access/actor-of.js';
import { NoFieldsDto } from '../commands/routes/no-fields.dto.js';
import { ApiProblems } from '../docs/api-problems.js';
import { problem, refusalProblem } from '../problems/problem.js';
import { CouponDto, presentCoupon } from './coupon.dto.js';
import { IssueCouponDto, issueCouponExample } from './issue-coupon.dto.js';

const code = {
  name: 'code',
  description: "The coupon's code.",
  schema: { type: 'string', example: 'COMEBACK' },
};

@ApiTags('Coupons')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id/coupons')
export class CouponsController {
  constructor(private readonly engines: Engines) {}

  @Post()
  @ApiOperation({
    operationId: 'issueCoupon',
    summary: 'Issue a coupon',
    description: 'Its terms stay as they are. The same coupon again changes nothing.',
  })
  @ApiBody({ type: IssueCouponDto, examples: { example: { value: issueCouponExample } } })
  @ApiCreatedResponse({ type: CouponDto })
  @ApiProblems(400, 403, 404, 409, 413, 415, 422)
  async issue(@Param('id') sellerId: string, @Body() body: IssueCouponDto, @Req() request: FastifyRequest) {
    const actor = writer(sellerId, request);
    checkTogether(body);
    const causation = { actor, correlationId: request.id };
    const now = new Date().toISOString();
    return presented(await this.engines.coupons.issue({ sellerId, ...body }, now, causation));
  }

  @Get()
  @ApiOperation({
    operationId: 'coupons',
    summary: "A seller's coupons with their redemptions, the newest first",
    description: 'At most 200. Follows the log within moments.',
  })
  @ApiOkResponse({ type: [CouponDto] })
  @ApiProblems(403, 404, 409)
  async list(@Param('id') sellerId: string, @RequestActor() reader: Actor): Promise<CouponDto[]> {
    checkAccount({ role: 'seller', id: sellerId }, reader);
    return (await listCoupons(this.engines.database.pool, sellerId)).map(presentCoupon);
  }

  @Get(':code')
  @ApiParam(code)
  @ApiOperation({ operationId: 'coupon', summary: 'A coupon as it is now' })
  @ApiOkResponse({ type: CouponDto })
  @ApiProblems(403, 404, 409)
  async show(@Param('id') sellerId: string, @Param('code') named: string, @RequestActor() reader: Actor) {
    checkAccount({ role: 'seller', id: sellerId }, reader);
    return found(await this.engines.coupons.find(sellerId, named));
  }

  @Post(':code/withdraw')
  @HttpCode(200)
  @ApiParam(code)
  @ApiOperation({
    operationId: 'withdrawCoupon',
    summary: 'Withdraw a coupon',
    description: 'Nobody can use it any more; orders that use it keep it. Needs no body.',
  })
  @ApiBody({ type: NoFieldsDto, required: false, examples: { example: { value: {} } } })
  @ApiOkResponse({ type: CouponDto })
  @ApiProblems(400, 403, 404, 409, 413, 415)
  async withdraw(
    @Param('id') sellerId: string,
    @Param('code') named: string,
    @Body() _: NoFieldsDto,
    @Req() request: FastifyRequest,
  ) {
    const causation = { actor: writer(sellerId, request), correlationId: request.id };
    return presented(
      await this.engines.coupons.withdraw(sellerId, named, new Date().toISOString(), causation),
    );
  }
}

function writer(sellerId: string, request: FastifyRequest): Actor {
  const actor = actorOf(request);
  checkWriter({ role: 'seller', id: sellerId }, actor);
  return actor;
}

function presented(outcome: CouponOutcome): CouponDto {
  if (outcome.kind === 'accepted') return found(outcome.answer.state);
  throw outcome.refusal.code === 'unknown-coupon' ? couponNotFound() : refusalProblem(outcome.refusal);
}

function found(coupon: Coupon | undefined): CouponDto {
  if (coupon === undefined) throw couponNotFound();
  return presentCoupon(coupon);
}

const couponNotFound = (): ProblemError => problem('coupon-not-found', {});

/** What is wrong with fields that are each right by themselves. */
function checkTogether({ benefit, validFrom, validUntil }: IssueCouponDto): void {
  if (validFrom !== undefined && validUntil !== undefined && Date.parse(validFrom) >= Date.parse(validUntil))
    throw outOfRange('/validUntil', toBe('after', { field: 'validFrom' }));
  if (benefit.kind === 'bundle' && benefit.pay >= benefit.take)
    throw outOfRange('/benefit/pay', toBe('below', { field: 'take' }));
}

const outOfRange = (pointer: string, { context }: ReturnType<typeof toBe>): ProblemError =>
  invalid('body', [{ pointer, code: 'out-of-range', sentence: context }]);
