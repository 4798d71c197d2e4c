import { Body, Controller, Get, Param, Put, Req, Res, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Engines } from '@app/engines';
import { type Actor } from '@app/ordering';
import { type Partner, type PartnerNames } from '@app/partners';
import { checkAccountId, checkQuestion } from '../access/access.js';
import { actorOf, RequestActor } from '../access/actor-of.js';
import { revisionOf } from '../commands/command-envelope.js';
import { ApiProblems } from '../docs/api-problems.js';
import { checkNamedAlike } from '../fields/named-alike.js';
import { refusalProblem } from '../problems/problem.js';
import { PartnerNamesDto, partnerNamesExample, SetPartnerNamesDto } from './partner-names.dto.js';

interface Kind {
  readonly role: Partner['role'];
  readonly path: string;
  /** What one of them is called. */
  readonly one: string;
  /** What bears their names. */
  readonly named: string;
  readonly example: string;
}

const kinds: readonly Kind[] = [
  { role: 'carrier', path: 'carriers', one: 'carrier', named: 'packages', example: 'jne' },
  {
    role: 'payments',
    path: 'payment-providers',
    one: 'payment provider',
    named: 'payments',
    example: 'acme',
  },
];

const answer = {
  type: PartnerNamesDto,
  headers: { ETag: { description: 'Their version.', schema: { type: 'string', example: '"1"' } } },
} as const;

/** The names of each kind of partner, which the platform keeps. */
export const partnersControllers = kinds.map(controllerOf);

function controllerOf({ role, path, one, named, example }: Kind): Type {
  @ApiTags('Partners')
  @ApiParam({
    name: 'id',
    description: 'As its tokens and webhooks name it.',
    schema: { type: 'string', example },
  })
  @Controller(`${path}/:id`)
  class PartnersController {
    constructor(private readonly engines: Engines) {}

    @Get()
    @ApiOperation({ operationId: `${role}Names`, summary: `The names under which ${named} mean a ${one}` })
    @ApiOkResponse(answer)
    @ApiProblems(403, 404, 409)
    async names(
      @Param('id') id: string,
      @RequestActor() reader: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PartnerNamesDto> {
      const partner = partnerFor(reader, id);
      return shown(partner, await this.engines.partners.find(partner), reply);
    }

    @Put()
    @ApiOperation({
      operationId: `set${role[0]!.toUpperCase()}${role.slice(1)}Names`,
      summary: `Set the names under which ${named} mean a ${one}`,
      description: `Replaces all of them, at once: a ${one} reaches the ${named} that bear one of its names, and no others.`,
    })
    @ApiHeader({
      name: 'If-Match',
      description: 'The entity tag that the sender saw; `"0"` where none were set.',
    })
    @ApiBody({ type: SetPartnerNamesDto, examples: { example: { value: partnerNamesExample } } })
    @ApiOkResponse(answer)
    @ApiProblems(400, 403, 404, 409, 412, 413, 415, 422)
    async setNames(
      @Param('id') id: string,
      @Body() { id: namedInBody, names }: SetPartnerNamesDto,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<PartnerNamesDto> {
      const actor = actorOf(request);
      const partner = partnerFor(actor, id);
      checkNamedAlike('id', namedInBody, id);
      const outcome = await this.engines.partners.setNames(partner, {
        names,
        expectedVersion: revisionOf(request.headers['if-match']),
        at: new Date().toISOString(),
        causation: { actor, correlationId: request.id },
      });
      if (outcome.kind === 'refused') throw refusalProblem(outcome.refusal);
      return shown(partner, outcome.answer, reply);
    }
  }

  function partnerFor(sender: Actor, id: string): Partner {
    checkQuestion('partners', sender);
    checkAccountId({ role, id });
    return { role, id };
  }

  return PartnersController;
}

function shown({ id }: Partner, { version, names }: PartnerNames, reply: FastifyReply): PartnerNamesDto {
  reply.header('etag', `"${version}"`);
  return { id, version, names };
}
