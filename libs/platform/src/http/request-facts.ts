import { type FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What else every log line about the request says: ids, nothing that a person wrote. */
    about?: Readonly<Record<string, unknown>>;
  }
}

/** What every log line about a request says, so that it can be found: never what the request holds. */
export const requestFacts = ({ id, about }: FastifyRequest): Record<string, unknown> => ({
  correlationId: id,
  ...about,
});
