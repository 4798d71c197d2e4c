import { type IncomingMessage } from 'node:http';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { homeTimeZone, languageOf, type Locale } from '@app/words';

/** How the sender of a request reads: by its `Accept-Language`, and by the marketplace's clock. */
export const localeOf = ({ headers }: Pick<IncomingMessage, 'headers'>): Locale => ({
  language: languageOf(headers['accept-language']),
  timeZone: homeTimeZone,
});

/** The same, for a route that answers with words. */
export const RequestLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Which language an answer's words are in, and that another request may get other ones. */
export const languageHeaders = ({ language }: Locale) => ({
  'content-language': language,
  vary: 'accept-language',
});

/** Says so in every answer, but of a route with stored words. */
export function nameLanguage(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.headers(languageHeaders(localeOf(request)));
    done();
  });
}

class StoredWordsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    context.switchToHttp().getResponse<FastifyReply>().removeHeader('content-language');
    return next.handle();
  }
}

/** For a route whose words were written earlier, in the language that their reader had then. */
export const StoredWords = () => UseInterceptors(StoredWordsInterceptor);
