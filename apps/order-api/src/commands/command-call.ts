import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type CommandEnvelope, envelopeOf } from './command-envelope.js';

/** A command's envelope, and the reply that takes the answer's headers. */
export interface CommandCall {
  readonly envelope: CommandEnvelope;
  readonly reply: FastifyReply;
}

/** The call, as a parameter of a controller's method. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext): CommandCall => {
  const http = context.switchToHttp();
  return {
    envelope: envelopeOf(http.getRequest<FastifyRequest>()),
    reply: http.getResponse<FastifyReply>(),
  };
});
