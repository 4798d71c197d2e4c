import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { homeTimeZone, languageOf, type Locale } from '@app/words';

/** How the sender of a request reads: by its `Accept-Language`, and by the marketplace's clock. */
export const localeOf = ({ headers }: FastifyRequest): Locale => ({
  language: languageOf(headers['accept-language']),
  timeZone: homeTimeZone,
});

/** The same, for a route that answers with words. */
export const RequestLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Says in every answer which language its words are in, and that another request may get other ones. */
export function nameLanguage(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'content-language': localeOf(request).language, vary: 'accept-language' });
    done();
  });
}
