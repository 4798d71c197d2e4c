import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ProblemError } from './problem.js';

/** The path that was asked for, without the query: that may hold what a person searched for. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0]!;

/** Answers with the problem, which is written in English whatever the request asked for. */
export const sendProblem = (
  problem: ProblemError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply =>
  reply
    .code(problem.status)
    .headers({ 'content-language': 'en', ...problem.extras.headers })
    .type('application/problem+json')
    .send(problem.toProblem(pathOf(request)));
