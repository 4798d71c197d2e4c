import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerUnreadable } from './answer-unreadable.js';
import { correlationHeader, correlationIdOf } from './correlation.js';
import { acceptJsonOnly, bodyLimit } from './json-body.js';
import { problemOf } from './problem-of.js';
import { nameLanguage } from './request-locale.js';
import { type RouteTable } from './route-table.js';
import { sendProblem } from './send-problem.js';

/** Milliseconds that a caller has for sending a request. */
const requestTimeout = 30_000;

/** Fastify as all our apps use it. Every route that is added to it is entered in the table. */
export function httpAdapter(routes: RouteTable): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout,
    genReqId: correlationIdOf,
    clientErrorHandler: answerUnreadable,
    // An address that the router cannot read comes past neither hooks nor filters.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.header(correlationHeader, request.id);
      void sendProblem(problemOf(adapter.mapException(error)), request, reply);
    },
  });
  const instance = adapter.getInstance();
  instance.addHook('onRoute', ({ url, method }) => routes.add(url, method));
  instance.addHook('onRequest', (request, reply, done) => {
    reply.header(correlationHeader, request.id);
    done();
  });
  nameLanguage(instance);
  closeConnectionsWhenStopping(instance);
  acceptJsonOnly(instance);
  return adapter;
}

/** Otherwise the connection of a request that was under way would be kept for its next one, and the stop wait for it. */
function closeConnectionsWhenStopping(instance: FastifyInstance): void {
  let stopping = false;
  instance.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  instance.addHook('onSend', (_, reply, __, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
}
