import { type FastifyInstance } from 'fastify';
import { ProblemError } from './problem.js';

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
        error === null ? done(null, value) : done(malformed(error.message)),
      );
  });
  instance.addContentTypeParser('*', (request, _payload, done) => {
    if (request.headers['content-length'] === '0') done(null, undefined);
    else done(new ProblemError(415, 'unsupported-media-type', 'Send the body as application/json.'));
  });
}

const malformed = (reason: string): ProblemError =>
  new ProblemError(400, 'malformed-json', `The body is no JSON that can be taken: ${reason}.`);
