import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { problem } from '../problems/problem.js';

/** A route whose body is a file of rows instead of JSON. */
export const TakesCsv = (): MethodDecorator => applyDecorators(RouteConfig({ takesCsv: true }));

const takesCsv = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { readonly takesCsv?: boolean }).takesCsv === true;

/** Lets bodies in as `text/csv` where a route takes them, as bytes. */
export function acceptCsv(instance: FastifyInstance): void {
  instance.addContentTypeParser<Buffer>('text/csv', { parseAs: 'buffer' }, (request, body, done) => {
    if (takesCsv(request)) done(null, body);
    else done(problem('unsupported-media-type', { type: 'application/json' }));
  });
}

/** The file that was sent; throws 415 where something else was. */
export function csvIn({ body }: FastifyRequest): Buffer {
  if (!Buffer.isBuffer(body)) throw problem('unsupported-media-type', { type: 'text/csv' });
  return body;
}
