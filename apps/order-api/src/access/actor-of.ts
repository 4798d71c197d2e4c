import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Actor, type Role } from '@app/ordering';

/** Who sent the request. */
export function actorOf({ caller }: FastifyRequest): Actor {
  if (caller === undefined) throw new Error('This route is open: nobody is known behind its requests.');
  // The token verifier takes our roles alone.
  return { id: caller.id, role: caller.role as Role };
}

/** The sender of a question, as a parameter of a controller's method. */
export const RequestActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
