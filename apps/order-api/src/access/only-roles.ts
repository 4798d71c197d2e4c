import { type ExecutionContext, UseGuards } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Role } from '@app/ordering';
import { onlyFor } from './access.js';
import { actorOf } from './actor-of.js';

/** Lets nobody else send this: 403, before anything is said of the body. */
export const OnlyRoles = (...roles: Role[]) =>
  UseGuards({
    canActivate(context: ExecutionContext): boolean {
      const { role } = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
      if (!roles.includes(role)) throw onlyFor(roles);
      return true;
    },
  });
