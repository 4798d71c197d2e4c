import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { isStreamDamaged } from './damaged-history.js';
import { problem, type ProblemError } from './problem.js';
import { problemOf } from './problem-of.js';
import { requestFacts } from './request-facts.js';
import { type RouteTable } from './route-table.js';
import { pathOf, sendProblem } from './send-problem.js';

/** Answers everything that was thrown with a problem; what is no caller's fault goes to the log as well. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly routes: RouteTable,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = request.is404 ? this.noRoute(request) : problemOf(error);
    if (answer.status >= 500 || isStreamDamaged(error)) {
      const level = answer.status === 500 ? 'error' : 'warn';
      const facts = { err: error, ...requestFacts(request), method: request.method, path: pathOf(request) };
      this.logger[level](facts, answer.message);
    }
    if (!reply.sent) await sendProblem(answer, request, reply);
  }

  private noRoute(request: FastifyRequest): ProblemError {
    const methods = this.routes.methodsOf(pathOf(request)).join(', ');
    return methods === ''
      ? problem(404, 'no-such-path', {})
      : problem(
          405,
          'method-not-allowed',
          { methods, method: request.method },
          { headers: { allow: methods } },
        );
  }
}
