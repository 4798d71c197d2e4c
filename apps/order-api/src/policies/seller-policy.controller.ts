import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { commandIdFor } from '@app/order-log';
import { type Actor } from '@app/ordering';
import { policyStream, type PolicyVersion } from '@app/seller-policies';
import { checkAccount } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { keyOf, revisionOf } from '../commands/command-envelope.js';
import { ApiProblems } from '../docs/api-problems.js';
import { checkNamedAlike } from '../fields/named-alike.js';
import { refusalProblem } from '../problems/problem.js';
import { policyTermsExample, SetSellerPolicyDto } from './policy-terms.dto.js';
import { SellerId } from './seller-id.js';
import {
  PolicyVersionDto,
  presentPolicy,
  presentPolicyVersion,
  SellerPolicyDto,
} from './seller-policy.dto.js';
import { setSellerPolicy } from './set-seller-policy.js';

const etag = {
  ETag: { description: "The policy's version.", schema: { type: 'string', example: '"3"' } },
} as const;

@ApiTags('Sellers')
@ApiParam({ name: 'id', description: "The seller's id.", schema: { type: 'string', example: 'toko-batik' } })
@Controller('sellers/:id/policy')
export class SellerPolicyController {
  constructor(private readonly engines: Engines) {}

  @Get()
  @ApiOperation({
    operationId: 'sellerPolicy',
    summary: 'What new orders of a seller are placed under',
    description:
      'Anybody with a token may read it before buying; what concerns the seller alone is left out.',
  })
  @ApiOkResponse({ type: SellerPolicyDto, headers: etag })
  @ApiProblems(404, 409)
  async policy(
    @SellerId() sellerId: string,
    @RequestActor() reader: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SellerPolicyDto> {
    return this.answer(sellerId, await this.versions(sellerId), reader, reply);
  }

  @Put()
  @ApiOperation({
    operationId: 'setSellerPolicy',
    summary: "Set a seller's policy for all orders from now on",
    description:
      'What is left out becomes the default; what is read can be written back. Orders that are placed already stay as they are.',
  })
  @ApiHeader({ name: 'Idempotency-Key', description: 'Names the request among all of the sender.' })
  @ApiHeader({ name: 'If-Match', description: 'The entity tag that the sender saw; `"0"` for the defaults.' })
  @ApiBody({ type: SetSellerPolicyDto, examples: { example: { value: policyTermsExample } } })
  @ApiOkResponse({ type: SellerPolicyDto, headers: etag })
  @ApiProblems(400, 403, 404, 409, 412, 413, 415, 422)
  async setPolicy(
    @SellerId() sellerId: string,
    @Body() { sellerId: named, version: _, terms, ...termsAlone }: SetSellerPolicyDto,
    @RequestActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SellerPolicyDto> {
    checkNamedAlike('sellerId', named, sellerId);
    const key = keyOf(request);
    const outcome = await setSellerPolicy(this.engines, {
      sellerId,
      terms: { ...(terms ?? termsAlone) },
      commandId: key === undefined ? randomUUID() : commandIdFor(actor, policyStream(sellerId), key),
      correlationId: request.id,
      actor,
      at: new Date().toISOString(),
      expectedVersion: revisionOf(request.headers['if-match']),
    });
    if (outcome.kind === 'refused') throw refusalProblem(outcome.refusal);
    const { version } = outcome.answer;
    return this.answer(sellerId, (await this.versions(sellerId)).slice(0, version), actor, reply);
  }

  @Get('versions')
  @ApiOperation({ operationId: 'sellerPolicyVersions', summary: "All versions of a seller's policy" })
  @ApiOkResponse({ type: [PolicyVersionDto] })
  @ApiProblems(403, 404, 409)
  async policyVersions(@Param('id') id: string, @RequestActor() reader: Actor): Promise<PolicyVersionDto[]> {
    checkAccount({ role: 'seller', id }, reader);
    return (await this.versions(id)).map(presentPolicyVersion);
  }

  private versions(sellerId: string): Promise<readonly PolicyVersion[]> {
    return this.engines.sellerPolicies.versions(sellerId);
  }

  private answer(
    sellerId: string,
    versions: readonly PolicyVersion[],
    reader: Actor,
    reply: FastifyReply,
  ): SellerPolicyDto {
    reply.header('etag', `"${versions.length}"`);
    return presentPolicy(sellerId, versions, reader);
  }
}
