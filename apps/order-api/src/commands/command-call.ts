import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type CommandEnvelope, envelopeOf } from './command-envelope.js';
import { dryRunOf } from './dry-run.js';

/** A command's envelope, whether it is only to be tried, and the reply that takes the answer's headers. */
export interface CommandCall {
  readonly envelope: CommandEnvelope;
  readonly dryRun: boolean;
  readonly reply: FastifyReply;
}

/** The call, as a parameter of a controller's method. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext): CommandCall => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return {
    envelope: envelopeOf(request),
    dryRun: dryRunOf(request),
    reply: http.getResponse<FastifyReply>(),
  };
});
