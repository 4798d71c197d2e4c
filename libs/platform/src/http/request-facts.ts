import { type FastifyRequest } from 'fastify';

/** What every log line about a request says, so that it can be found: never what the request holds. */
export function requestFacts({ id, params, routeOptions }: FastifyRequest): Record<string, unknown> {
  const orderId = routeOptions.url?.startsWith('/orders/:id') ? (params as { id: string }).id : undefined;
  return { correlationId: id, orderId };
}
