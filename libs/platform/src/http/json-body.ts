import { type FastifyInstance } from 'fastify';
import { problem, type ProblemError } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent, where there is one: signatures are made over it. */
    rawBody?: string;
  }
}

/** Most bytes of a request's body. */
export const bodyLimit = 256 * 1024;

/** Takes bodies as JSON, or none at all (whatever media type is named for it), and nothing else. */
export function acceptJsonOnly(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body;
    if (body === '') done(null, undefined);
    else
      void parse(request, body, (error, value) =>
        error === null ? done(null, value) : done(malformed(body)),
      );
  });
  instance.addContentTypeParser('*', (request, _payload, done) => {
    if (request.headers['content-length'] === '0') done(null, undefined);
    else done(problem(415, 'unsupported-media-type', { type: 'application/json' }));
  });
}

/** What the parser refuses is either no JSON, or names a field as objects of this language name their own. */
const malformed = (body: string): ProblemError =>
  problem(400, 'malformed-json', { fault: isJson(body) ? 'name' : 'form' });

const isJson = (body: string): boolean => {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
};
