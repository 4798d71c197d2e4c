import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ProblemError } from './problem.js';
import { languageHeaders, localeOf } from './request-locale.js';

/** The path that was asked for, without the query: that may hold what a person searched for. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

/** Answers with the problem, in the language that the request asks for. */
export const sendProblem = (
  problem: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const locale = localeOf(request);
  return reply
    .code(problem.status)
    .headers({ ...languageHeaders(locale), ...problem.extras.headers })
    .type('application/problem+json')
    .send(problem.toProblem(pathOf(request), locale));
};
